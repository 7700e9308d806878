import type { Role } from '../../../archive/section.ts';
import type { CorpusAnswers } from '../../../search/corpus/corpus-answers.ts';
import type { IndexedText } from '../../../search/format/text-record.ts';
import { bestPassage } from '../../../search/lookup/best-passage.ts';
import type { Fetcher } from '../../../search/lookup/fetcher.ts';
import { foundParagraphs } from '../../../search/lookup/found-paragraphs.ts';
import { contextLine, type Occurrence, occurrencesIn } from '../../../search/lookup/occurrences.ts';
import { type QuestionAnswer, questionAnswer } from '../../../search/lookup/question-answer.ts';
import { readQuery, SearchIndex } from '../../../search/lookup/search-index.ts';
import { nearWordings } from '../../../search/near-wordings.ts';
import { isNearness, isQueryProblem, parsedQuery, type Query } from '../../../search/query.ts';
import { queryHints } from '../../../search/query-hints.ts';
import { simplifiedSpelling } from '../../../search/written-variants.ts';
import type { PhraseEngine, RankedAnswer, ReportLines, ReportParagraphs } from './engine.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');

/** How each phrase that is looked for was typed, by its folded form, white space apart. */
function typedPhrases({ terms }: Query): Map<string, Set<string>> {
  const typed = new Map<string, Set<string>>();
  const phrases = terms.flatMap(({ alternatives }) =>
    alternatives.flatMap((item) => (isNearness(item) ? [item.left, item.right] : [item])),
  );
  for (const { text, folded } of phrases) typed.set(folded, (typed.get(folded) ?? new Set()).add(bare(text)));
  return typed;
}

/** A query as it is read; null where it is malformed. */
function soundQuery(text: string): Query | null {
  const query = parsedQuery(text);
  return isQueryProblem(query) ? null : query;
}

/** Tells whether a place stands with the very characters of a query. */
function typedTest(query: Query): (occurrence: Occurrence) => boolean {
  const typed = typedPhrases(query);
  return ({ phrase: { folded, pattern }, text, start, end }) =>
    pattern !== null || (typed.get(folded)?.has(bare(text.slice(start, end))) ?? false);
}

/** The paragraphs of a text in which a query stands; none where there is no text. */
function reportParagraphs(text: IndexedText | null, query: Query, roles: readonly Role[]): ReportParagraphs {
  if (!text) return { path: [], paragraphs: [] };
  const isTyped = typedTest(query);
  const paragraphs = foundParagraphs(occurrencesIn(text, query, roles)).map(({ occurrences, ...paragraph }) => ({
    ...paragraph,
    isAsTyped: occurrences.every(isTyped),
  }));
  return { path: text.path, paragraphs };
}

/** The lines of a query in a text; none where there is no text. */
function reportLines(text: IndexedText | null, query: Query, roles: readonly Role[], context: number): ReportLines {
  if (!text) return { path: [], lines: [] };
  const counted = new Map<number, number>();
  const isTyped = typedTest(query);
  const lines = occurrencesIn(text, query, roles).map((occurrence) => {
    const nth = counted.get(occurrence.paragraph) ?? 0;
    counted.set(occurrence.paragraph, nth + 1);
    const { anchor, heading, role } = occurrence;
    const line = contextLine(occurrence, context);
    return { ...line, anchor, heading, role, nth, isAsTyped: isTyped(occurrence) };
  });
  return { path: text.path, lines };
}

/** What is shown of the answers to a question. */
function rankedAnswer({ question: { words }, speaking, answers }: QuestionAnswer): RankedAnswer {
  const terms = words.flatMap(({ text, near }) => [text, ...near]);
  return {
    near: words.flatMap(({ near }) => near),
    speaking,
    answers: answers.map(({ text, paragraph, score, coverage, ...report }) => {
      const own = text.paragraphs[paragraph];
      const alone = own ? { ...text, title: null, paragraphs: [own] } : { ...text, paragraphs: [] };
      return { ...report, path: text.path, role: own?.role ?? null, passage: bestPassage(alone, terms) };
    }),
  };
}

/** The exact layer over the files of an index, opened at the first question; opened anew after a failure. */
export function phraseIndex(fetcher: Fetcher): PhraseEngine {
  let opening: Promise<SearchIndex> | null = null;
  /** Lists of places that the `first` question hangs on are read beside the rest. */
  const opened = (first: string | null = null): Promise<SearchIndex> => {
    opening ??= SearchIndex.open(fetcher, first === null ? null : soundQuery(first)).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  let answering: { readonly index: SearchIndex; readonly answers: CorpusAnswers } | null = null;
  /** The program for this is loaded when it is first asked for something. */
  const corpusAnswers = async (): Promise<CorpusAnswers> => {
    const [index, { CorpusAnswers }] = await Promise.all([
      opened(),
      import('../../../search/corpus/corpus-answers.ts'),
    ]);
    if (answering?.index !== index) answering = { index, answers: new CorpusAnswers(index) };
    return answering.answers;
  };
  return {
    expect: async (query, roles, withCollocates) => {
      const index = await opened(query);
      await Promise.all([
        index.known(query, roles),
        index.characters(roles),
        withCollocates ? corpusAnswers().then((answers) => answers.expectCollocates(query, roles)) : null,
      ]);
      return null;
    },
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
    advice: async (query) => {
      const parsed = parsedQuery(query);
      const near = isQueryProblem(parsed) ? [] : nearWordings(parsed);
      return { hints: queryHints(query), otherSpelling: simplifiedSpelling(query), near };
    },
    lines: async (query, roles, id, context) =>
      reportLines(await (await opened()).text(id), readQuery(query), roles, context),
    linesOf: async (query, roles, ids, context) => {
      const parsed = readQuery(query);
      const texts = await (await opened()).texts(ids);
      return texts.map((text) => reportLines(text, parsed, roles, context));
    },
    paragraphs: async (query, roles, id) => reportParagraphs(await (await opened()).text(id), readQuery(query), roles),
    corpus: async (question, most) => (await corpusAnswers()).answer(question, most),
    textBytes: async (ids) => (await opened()).textBytes(ids),
    answered: async (question, filters) => rankedAnswer(await questionAnswer(await opened(), question, filters)),
  };
}
