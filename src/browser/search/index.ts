import { startFileName } from '../../search/format/start-file.ts';
import { bestPassage } from '../../search/lookup/best-passage.ts';
import { httpFetcher } from '../../search/lookup/fetcher.ts';
import { contextLine, occurrencesIn } from '../../search/lookup/occurrences.ts';
import { rankingTerms } from '../../search/lookup/ranking.ts';
import { readQuery, SearchIndex } from '../../search/lookup/search-index.ts';
import type { PhraseEngine } from './engine.ts';

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
    lines: async (query, roles, id, context) => {
      const parsed = readQuery(query);
      const text = await (await opened()).text(id);
      if (!text) return { path: [], lines: [] };
      const counted = new Map<number, number>();
      const lines = occurrencesIn(text, parsed, roles).map((occurrence) => {
        const nth = counted.get(occurrence.paragraph) ?? 0;
        counted.set(occurrence.paragraph, nth + 1);
        return { ...contextLine(occurrence, context), anchor: occurrence.anchor, heading: occurrence.heading, nth };
      });
      return { path: text.path, lines };
    },
    ranked: async (words, filters, most) => (await opened()).ranked(words, filters, most),
    passage: async (words, id) => {
      const text = await (await opened()).text(id);
      if (!text) return { title: null, path: [], passage: { anchor: null, heading: null, parts: [] } };
      return { title: text.title, path: text.path, passage: bestPassage(text, rankingTerms(words)) };
    },
  };
}
