import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/archive/section.ts';
import { CorpusAnswers } from '../../src/search/corpus/corpus-answers.ts';
import { corpusLimits } from '../../src/search/corpus/corpus-limits.ts';
import type { CorpusQuestion, CorpusTable } from '../../src/search/corpus/corpus-question.ts';
import { seededOrder } from '../../src/search/corpus/seeded-order.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { type Filters, noFilters, passes } from '../../src/search/filters.ts';
import type { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { runs } from '../runs.ts';
import { inventedDocument, scanned } from './invented-documents.ts';
import { memoryBuild, openMemory } from './memory-index.ts';

const random = randomNumbers(11);
/** 1,000 reports by `RUNS=1000`. */
const documents = Array.from({ length: runs(40) }, (_, i) => inventedDocument(random, i));
let index: SearchIndex;
let answers: CorpusAnswers;

beforeAll(async () => {
  // Some of it comes by a delta.
  const base = await memoryBuild(documents.slice(0, Math.ceil(0.965 * documents.length)));
  const both = await memoryBuild(documents, { before: base });
  expect(both.result.built).toBe('delta');
  index = await openMemory(both);
  answers = new CorpusAnswers(index);
});

/** Asks until there is a table. */
async function asked<Tool extends CorpusTable['tool']>(
  question: CorpusQuestion & { tool: Tool },
): Promise<Extract<CorpusTable, { tool: Tool }>> {
  for (;;) {
    const { table } = await answers.answer(question, 7);
    const isThis = (one: CorpusTable | null): one is Extract<CorpusTable, { tool: Tool }> =>
      one?.tool === question.tool;
    if (isThis(table)) return table;
  }
}

/** The searched paragraphs of the reports of a scope by id, as lists of characters. */
function scopeTexts(filters: Filters): Map<string, string[][]> {
  const isSearched = (role: string | null): boolean =>
    filters.roles.length === 0 || filters.roles.some((one) => one === role);
  const texts = documents
    .filter((document) => passes(document, filters))
    .map((document): [string, string[][]] => [
      document.id,
      scanned(document).flatMap(({ fold, role }) => (isSearched(role) ? [[...fold]] : [])),
    ]);
  return new Map(texts);
}

/** Where a list of characters begins in another. */
function placesOf(text: readonly string[], phrase: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = 0; at + phrase.length <= text.length; at++)
    if (phrase.every((character, i) => text[at + i] === character)) places.push(at);
  return places;
}

const joined = new WeakMap<readonly string[], string>();
/** How often a phrase stands in texts. */
function count(texts: Iterable<readonly string[][]>, phrase: string): number {
  let sum = 0;
  for (const text of [...texts].flat()) {
    const whole = joined.get(text) ?? text.join('');
    joined.set(text, whole);
    for (let at = whole.indexOf(phrase); at >= 0; at = whole.indexOf(phrase, at + 1)) sum++;
  }
  return sum;
}

const isHan = (characters: readonly string[]): boolean => characters.every((one) => /\p{Script=Han}/u.test(one));

/** Collocates directly: each place of each string looked at by itself. */
function plainCollocates(texts: Iterable<readonly string[][]>, phrase: string, window: number) {
  const node = [...phrase];
  const seen = new Map<string, { left: number; right: number; together: number; reports: Set<number> }>();
  const inside = [0, 0, 0, 0, 0];
  const all = [0, 0, 0, 0, 0];
  for (const [report, paragraphs] of [...texts].entries())
    for (const text of paragraphs) {
      const nodes = placesOf(text, node);
      for (const length of [2, 3, 4])
        for (let at = 0; at + length <= text.length; at++) {
          const gram = text.slice(at, at + length);
          if (!isHan(gram)) continue;
          all[length] = (all[length] ?? 0) + 1;
          if (nodes.some((from) => at < from + node.length && from < at + length)) continue;
          const isLeft = nodes.some((from) => at >= from - window && at + length <= from);
          const isRight = nodes.some((from) => at >= from + node.length && at + length <= from + node.length + window);
          if (!isLeft && !isRight) continue;
          inside[length] = (inside[length] ?? 0) + 1;
          const text4 = gram.join('');
          const one = seen.get(text4) ?? { left: 0, right: 0, together: 0, reports: new Set() };
          seen.set(text4, one);
          one.together++;
          if (isLeft) one.left++;
          if (isRight) one.right++;
          one.reports.add(report);
        }
    }
  return { seen, inside, all };
}

/** G² of a table of two by two, cell by cell. */
function plainG(cells: readonly (readonly [number, number])[]): number {
  const rows = cells.map(([a, b]) => a + b);
  const columns = [0, 1].map((at) => cells.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const n = rows.reduce((sum, row) => sum + row, 0);
  let g = 0;
  for (const [i, row] of cells.entries())
    for (const [j, cell] of row.entries())
      if (cell > 0) g += 2 * cell * Math.log((cell * n) / ((rows[i] ?? 0) * (columns[j] ?? 0)));
  return g;
}

const scopes: readonly [string, Filters][] = [
  ['everywhere', noFilters],
  ['in two provinces', { ...noFilters, regions: ['110000', '130000'] }],
  ['in sections of two roles', { ...noFilters, roles: ['plan', 'shortcomings'] satisfies Role[] }],
  ['at a level, in a role', { ...noFilters, levels: ['county', 'prefecture'], roles: ['plan'] }],
];

describe.for(scopes)('%s, from all texts', ([, filters]) => {
  const query = '行政复议';
  const asking = { query, filters, seed: 3, texts: null };
  const texts = scopeTexts(filters);
  const holding = new Map([...texts].filter(([, paragraphs]) => count([paragraphs], query) > 0));
  const occurrences = count(texts.values(), query);

  test.for(['after', 'before', 'around'] as const)('strings %s the phrase', async (side) => {
    const { rows, basis, isExact, rest } = await asked({ ...asking, tool: 'neighbours', side, length: 2 });
    expect(basis).toEqual({ read: holding.size, reports: holding.size, places: occurrences, occurrences });
    expect(isExact).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    const whole = (text: string): string => (side === 'after' ? query + text : side === 'before' ? text + query : text);
    for (const row of rows.filter(({ isCut }) => !isCut)) {
      expect(row.occurrences).toBe(count(texts.values(), whole(row.text)));
      expect(row.reports).toBe([...texts.values()].filter((own) => count([own], whole(row.text)) > 0).length);
    }
    if (side === 'around') return expect(rest).toBeNull();
    const ends = [...texts.values()]
      .flat()
      .flatMap((text) => placesOf(text, [...query]).filter((at) => (side === 'after' ? text.length - at - 4 : at) < 2));
    expect(rest).toBe(occurrences - rows.reduce((sum, row) => sum + row.occurrences, 0));
    if (rest === 0)
      expect(rows.filter(({ isCut }) => isCut).reduce((sum, row) => sum + row.occurrences, 0)).toBe(ends.length);
  });

  test.for([3, 10])('collocates within %i characters', async (window) => {
    const { rows, basis } = await asked({ ...asking, tool: 'collocates', window });
    expect(basis).toMatchObject({ places: occurrences, occurrences });
    const plain = plainCollocates(holding.values(), query, window);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const one = plain.seen.get(row.text);
      expect(one && { ...one, reports: one.reports.size }).toEqual({
        left: row.left,
        right: row.right,
        together: row.together,
        reports: row.reports,
      });
      const { length } = [...row.text];
      const all = count(holding.values(), row.text);
      expect(row.all).toBe(all);
      const [inside = 0, every = 0] = [plain.inside[length], plain.all[length]];
      const outside = all - row.together;
      expect(row.logLikelihood).toBeCloseTo(
        plainG([
          [row.together, inside - row.together],
          [outside, every - inside - outside],
        ]),
        6,
      );
      expect(row.logDice).toBeCloseTo(14 + Math.log2((2 * row.together) / (occurrences + all)), 9);
    }
  });

  test.for([3, 10])('collocates of a sample are counted within %i characters of all places', async (window) => {
    const read = Math.floor(holding.size / 2);
    const { rows, basis, isListed } = await asked({ ...asking, texts: read, tool: 'collocates', window });
    expect(isListed).toBe(true);
    expect(basis).toMatchObject({ read, reports: holding.size, occurrences });
    expect(rows.length).toBeGreaterThan(0);
    const plain = plainCollocates(holding.values(), query, window);
    const characters = [...holding.values()].flat().flat().length;
    for (const row of rows) {
      const one = plain.seen.get(row.text);
      expect(one && { ...one, reports: one.reports.size }, row.text).toEqual({
        left: row.left,
        right: row.right,
        together: row.together,
        reports: row.reports,
      });
      const all = count(holding.values(), row.text);
      expect(row.all).toBe(all);
      const inside = 2 * window * occurrences;
      expect(row.logLikelihood).toBeCloseTo(
        plainG([
          [row.together, inside - row.together],
          [all - row.together, characters - inside - all + row.together],
        ]),
        6,
      );
      expect(row.logDice).toBeCloseTo(14 + Math.log2((2 * row.together) / (occurrences + all)), 9);
    }
  });

  test('how it is spread', async () => {
    const { figures } = await asked({ tool: 'distribution', query, filters, seed: 3, by: 'province' });
    const searched = [...texts].filter(([, own]) => filters.roles.length === 0 || own.flat().length > 0);
    expect(figures.all).toMatchObject({
      occurrences,
      reports: holding.size,
      searched: searched.length,
      characters: searched.reduce((sum, [, own]) => sum + own.flat().length, 0),
    });
    for (const { group, occurrences: own, reports } of figures.groups) {
      const inGroup = [...texts].filter(([id]) => id.startsWith(group.slice(0, 2)));
      expect(own).toBe(
        count(
          inGroup.map(([, text]) => text),
          query,
        ),
      );
      expect(reports).toBe(inGroup.filter(([id]) => holding.has(id)).length);
    }
    expect(figures.groups.reduce((sum, one) => sum + one.occurrences, 0)).toBe(occurrences);
  });

  test('frequent strings, within and without', async () => {
    const { rows, basis } = await asked({ ...asking, tool: 'words', length: null });
    expect(basis.read).toBe(Math.min(basis.reports, corpusLimits.wordTexts));
    expect(rows.length).toBeGreaterThan(5);
    const everywhere = scopeTexts({ ...noFilters, roles: filters.roles });
    for (const row of rows) {
      expect(row.occurrences).toBe(count(texts.values(), row.text));
      if (row.outsideRate === null) continue;
      const outside = count(everywhere.values(), row.text) - row.occurrences;
      expect(row.outsideRate === 0).toBe(outside === 0);
    }
  });
});

describe('from a sample', () => {
  const asking = { query: '行政复议', filters: noFilters, seed: 9, texts: 5 };
  const texts = scopeTexts(noFilters);
  const holding = [...texts.keys()].filter((id) => count([texts.get(id) ?? []], '行政复议') > 0);
  const drawn = seededOrder(holding, 9).slice(0, 5);

  test('of neighbours only the strings come from it, counts are of all', async () => {
    const { rows, basis, isExact } = await asked({ ...asking, tool: 'neighbours', side: 'after', length: 1 });
    expect([basis.read, isExact]).toEqual([5, true]);
    for (const { text, occurrences } of rows) expect(occurrences).toBe(count(texts.values(), `行政复议${text}`));
  });

  test('of a query that is no single phrase, counts are of the sample', async () => {
    const question = { ...asking, query: '行政复议 | 法治政府', tool: 'neighbours', side: 'after', length: 1 } as const;
    const { rows, isExact, rest, basis } = await asked(question);
    expect([isExact, rest]).toEqual([false, null]);
    expect(rows.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBeLessThanOrEqual(basis.places);
  });

  test('of a pattern, what stands around each match is counted', async () => {
    const question = {
      ...asking,
      query: '行政？议',
      texts: null,
      tool: 'neighbours',
      side: 'after',
      length: 1,
    } as const;
    // As long as texts tell what is found, nothing is answered.
    expect(await answers.answer(question)).toEqual({ read: 0, wanted: 0, counting: null, table: null });
    await index.search(question.query);
    const { rows, isExact, basis } = await asked(question);
    expect([isExact, basis.places]).toEqual([true, basis.occurrences]);
    const expected = count(texts.values(), '行政复议');
    expect(basis.places).toBeGreaterThanOrEqual(expected);
    expect(rows.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBeLessThanOrEqual(basis.places);
    expect((await asked({ ...question, texts: 5 })).isExact).toBe(false);
  });

  test('collocates are those of the texts drawn, and reading goes on where it stopped', async () => {
    // Two wordings that are one: what is no single phrase is not looked up in lists.
    const question = { ...asking, query: '行政复议 | 行政複議', tool: 'collocates', window: 5 } as const;
    const small = await asked(question);
    const expected = (ids: readonly string[]): number =>
      count(
        ids.map((id) => texts.get(id) ?? []),
        '行政复议',
      );
    expect(small.basis).toMatchObject({ read: 5, reports: holding.length, places: expected(drawn) });
    expect(await answers.answer({ ...question, texts: 9 }, 2)).toMatchObject({ read: 7, wanted: 9, table: null });
    expect((await asked({ ...question, texts: 9 })).basis.places).toBe(expected(seededOrder(holding, 9).slice(0, 9)));
    expect(await asked(question)).toEqual(small);
  });

  test('what tells some reports from the others', async () => {
    const against: Filters = { ...noFilters, regions: ['110000'] };
    const { rows, inside, outside } = await asked({ ...asking, texts: null, tool: 'keyness', window: 5, against });
    const isInside = ({ id }: SearchDocument): boolean => id.startsWith('11');
    const part = (wanted: boolean) =>
      plainCollocates(
        documents.flatMap((one) => (isInside(one) === wanted ? [texts.get(one.id) ?? []] : [])),
        '行政复议',
        5,
      );
    const [one, other] = [part(true), part(false)];
    expect(inside.places + outside.places).toBe(count(texts.values(), '行政复议'));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const { length } = [...row.text];
      const [a, b] = [one.seen.get(row.text)?.together ?? 0, other.seen.get(row.text)?.together ?? 0];
      expect([row.inside, row.outside]).toEqual([a, b]);
      const [allA = 0, allB = 0] = [one.inside[length], other.inside[length]];
      expect(Math.abs(row.logLikelihood)).toBeCloseTo(
        plainG([
          [a, allA - a],
          [b, allB - b],
        ]),
        6,
      );
    }
  });
});

test('a query that is none fails with its own fault', async () => {
  const question = { tool: 'collocates', query: '-信访', filters: noFilters, seed: 1, texts: null, window: 5 } as const;
  await expect(answers.answer(question)).rejects.toThrow();
});
