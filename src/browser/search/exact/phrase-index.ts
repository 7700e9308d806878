import type { Role } from '../../../archive/section.ts';
import { startFileName } from '../../../search/format/start-file.ts';
import type { IndexedText } from '../../../search/format/text-record.ts';
import { bestPassage } from '../../../search/lookup/best-passage.ts';
import { httpFetcher } from '../../../search/lookup/fetcher.ts';
import { contextLine, occurrencesIn } from '../../../search/lookup/occurrences.ts';
import { rankingTerms } from '../../../search/lookup/ranking.ts';
import { readQuery, SearchIndex } from '../../../search/lookup/search-index.ts';
import type { Query } from '../../../search/query.ts';
import { queryHints } from '../../../search/query-hints.ts';
import { simplifiedSpelling } from '../../../search/written-variants.ts';
import type { PhraseEngine, ReportLines } from './engine.ts';

/** The lines of a query in a text; none where there is no text. */
function reportLines(text: IndexedText | null, query: Query, roles: readonly Role[], context: number): ReportLines {
  if (!text) return { path: [], lines: [] };
  const counted = new Map<number, number>();
  const lines = occurrencesIn(text, query, roles).map((occurrence) => {
    const nth = counted.get(occurrence.paragraph) ?? 0;
    counted.set(occurrence.paragraph, nth + 1);
    const { anchor, heading, role } = occurrence;
    return { ...contextLine(occurrence, context), anchor, heading, role, nth };
  });
  return { path: text.path, lines };
}

/** The exact layer over the files of a folder, opened at the first question; opened anew after a failure. */
export function phraseIndex(folder: string): PhraseEngine {
  let opening: Promise<SearchIndex> | null = null;
  const opened = (): Promise<SearchIndex> => {
    opening ??= SearchIndex.open(httpFetcher(folder, startFileName)).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    counts: async (query, roles) => {
      const index = await opened();
      const [known, characters] = await Promise.all([index.known(query, roles), index.characters(roles)]);
      return {
        ...known,
        searched: index.reports.flatMap((report) => {
          const own = characters.get(report.id);
          return own === undefined ? [] : [{ ...report, characters: own }];
        }),
      };
    },
    decide: async (query, filters, most) => (await opened()).decide(query, filters, most),
    advice: async (query) => ({ hints: queryHints(query), otherSpelling: simplifiedSpelling(query) }),
    lines: async (query, roles, id, context) =>
      reportLines(await (await opened()).text(id), readQuery(query), roles, context),
    linesOf: async (query, roles, ids, context) => {
      const parsed = readQuery(query);
      const texts = await (await opened()).texts(ids);
      return texts.map((text) => reportLines(text, parsed, roles, context));
    },
    textBytes: async (ids) => (await opened()).textBytes(ids),
    ranked: async (words, filters, most) => (await opened()).ranked(words, filters, most),
    passage: async (words, id) => {
      const text = await (await opened()).text(id);
      if (!text) return { title: null, path: [], passage: { anchor: null, heading: null, parts: [] } };
      return { title: text.title, path: text.path, passage: bestPassage(text, rankingTerms(words)) };
    },
  };
}
