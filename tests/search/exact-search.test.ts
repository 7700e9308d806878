import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roles } from '../../src/archive/section.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { noFilters } from '../../src/search/filters.ts';
import { baseShape } from '../../src/search/indexing/build-search-index.ts';
import type { IndexShape } from '../../src/search/indexing/leaf-blocks.ts';
import { occurrencesIn } from '../../src/search/lookup/occurrences.ts';
import { readQuery } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { folded } from '../../src/text/fold.ts';
import { compareText } from '../../src/text/order.ts';
import { runs } from '../runs.ts';
import { below, drawnPhrase, inventedDocument, oneOf, plainCount, type Random, scanned } from './invented-documents.ts';
import { memoryBuild, openMemory, smallShape } from './memory-index.ts';

const quoted = (phrase: string): string => `“${phrase}”`;

/** Documents in the order of their ids, as results come. */
const invented = (random: Random, count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, i) => inventedDocument(random, i)).sort((a, b) => compareText(a.id, b.id));

const plainResult = (documents: readonly SearchDocument[], phrase: string, only: readonly string[] = []) =>
  documents.flatMap((document) => {
    const occurrences = plainCount(document, phrase, only);
    return occurrences > 0 ? [{ id: document.id, occurrences }] : [];
  });

const shapes: [string, IndexShape][] = [
  ['the shape of the archive', baseShape],
  ['tiny blocks, many heads', smallShape],
  ['everything blind', { ...smallShape, explicitDepth: 1, deepLeafSize: 2 }],
  ['one place a leaf', { ...smallShape, leafSize: 1, deepLeafSize: 1, headSpan: 1 }],
  ['large leaves', { ...smallShape, leafSize: 16, deepLeafSize: 64, blockBytes: 400 }],
];

test.for(shapes)('random phrases count as a plain scan counts: %s', async ([, shape]) => {
  const random = randomNumbers(1);
  const documents = invented(random, 120);
  const index = await openMemory(await memoryBuild(documents, { shape }));
  for (let i = 0; i < runs(100); i++) {
    const phrase = drawnPhrase(random, documents);
    const result = await index.search(quoted(phrase));
    expect.soft(result.reports, phrase).toEqual(plainResult(documents, phrase));
    expect(result.folded).toBe(phrase);
  }
});

test('with roles, only places in those sections count', async () => {
  const random = randomNumbers(2);
  const documents = invented(random, 120);
  const index = await openMemory(await memoryBuild(documents));
  for (let i = 0; i < runs(100); i++) {
    const phrase = drawnPhrase(random, documents);
    const only = [oneOf(random, roles, 'plan'), ...(random() < 0.3 ? ([oneOf(random, roles, 'other')] as const) : [])];
    const result = await index.search(quoted(phrase), { ...noFilters, roles: only });
    expect.soft(result.reports, `${phrase} in ${only}`).toEqual(plainResult(documents, phrase, only));
  }
});

test('filters confine the reports and the denominator', async () => {
  const random = randomNumbers(3);
  const documents = invented(random, 150);
  const index = await openMemory(await memoryBuild(documents));
  const length = (document: SearchDocument, only: readonly string[] = []): number =>
    scanned(document)
      .filter(({ role }) => only.length === 0 || (role !== null && only.includes(role)))
      .reduce((sum, { fold }) => sum + [...fold].length, 0);
  const check = async (
    filters: Partial<typeof noFilters>,
    passes: (document: SearchDocument) => boolean,
    only: readonly string[] = [],
  ): Promise<void> => {
    const searched = documents.filter(
      (document) => passes(document) && (only.length === 0 || length(document, only) > 0),
    );
    const result = await index.search('法', { ...noFilters, ...filters });
    expect(result.reports).toEqual(plainResult(searched, '法', only));
    expect(result.denominator).toEqual({
      reports: searched.length,
      characters: searched.reduce((sum, document) => sum + length(document, only), 0),
    });
  };
  await check({}, () => true);
  await check({ years: [[2010, 2010]] }, ({ year }) => year === 2010);
  await check(
    {
      years: [
        [2011, 2011],
        [2000, 2010],
      ],
    },
    ({ year }) => year <= 2011,
  );
  await check({ regions: ['120000'] }, ({ region }) => region.startsWith('12'));
  await check({ regions: ['110100', '130203'] }, ({ region }) => region.startsWith('1101') || region === '130203');
  await check({ regions: ['000000'] }, () => true);
  await check({ levels: ['county', 'township'] }, ({ level }) => level === 'county' || level === 'township');
  await check({ issuerKinds: ['party'] }, ({ issuerKind }) => issuerKind === 'party');
  await check({ roles: ['plan'] }, () => true, ['plan']);
  await check(
    { roles: ['plan', 'achievements'], years: [[2010, 2010]], regions: ['110000', '140000'] },
    ({ year, region }) => year === 2010 && /^1[14]/.test(region),
    ['plan', 'achievements'],
  );
  await check({ years: [[1990, 1991]] }, () => false);
});

test('operators join phrases report by report, and each place counts once for each phrase', async () => {
  const random = randomNumbers(4);
  const documents = invented(random, 100);
  const index = await openMemory(await memoryBuild(documents));
  for (let i = 0; i < 60; i++) {
    const [a = '', b = '', c = ''] = Array.from({ length: 3 }, () =>
      drawnPhrase(random, documents).slice(0, 8).toWellFormed(),
    );
    const [inA, inB, inC] = [a, b, c].map(
      (phrase) => (document: SearchDocument) => plainCount(document, folded(phrase)),
    );
    const count = (document: SearchDocument, holds: boolean, phrases: string[]) => {
      const occurrences = [...new Set(phrases.map(folded))].reduce(
        (sum, phrase) => sum + plainCount(document, phrase),
        0,
      );
      return holds && occurrences > 0 ? [{ id: document.id, occurrences }] : [];
    };
    const cases: [string, (document: SearchDocument) => { id: string; occurrences: number }[]][] = [
      [`“${a}” “${b}”`, (d) => count(d, Boolean(inA?.(d) && inB?.(d)), [a, b])],
      [`“${a}” | 「${b}」`, (d) => count(d, Boolean(inA?.(d) || inB?.(d)), [a, b])],
      [`“${a}” -「${c}」`, (d) => count(d, Boolean(inA?.(d) && !inC?.(d)), [a])],
      [`“${c}” “${a}” | “${b}”`, (d) => count(d, Boolean(inC?.(d) && (inA?.(d) || inB?.(d))), [a, b, c])],
    ];
    for (const [query, expected] of cases) {
      if (/[“”「」]/.test(a + b + c)) continue;
      expect.soft((await index.search(query)).reports, query).toEqual(documents.flatMap(expected));
    }
  }
});

/** Places of one phrase that have the other within reach, found by looking at all pairs. */
function plainNear(document: SearchDocument, a: string, b: string, within: number): number {
  const found = new Set<string>();
  for (const [index, { fold }] of scanned(document).entries()) {
    const all = (phrase: string): number[] =>
      [...fold].length > 0
        ? Array.from({ length: fold.length }, (_, i) => i).filter((i) => fold.startsWith(phrase, i))
        : [];
    for (const i of all(a)) {
      for (const j of all(b)) {
        if (a === b && i === j) continue;
        const between =
          i < j
            ? fold.slice(i + a.length, Math.max(j, i + a.length))
            : fold.slice(j + b.length, Math.max(i, j + b.length));
        if ([...between].length > within) continue;
        found.add(`${index} ${i} ${a}`);
        found.add(`${index} ${j} ${b}`);
      }
    }
  }
  return found.size;
}

test('nearness is verified in the texts, in either order, within one paragraph', async () => {
  const random = randomNumbers(5);
  const documents = invented(random, 100);
  const index = await openMemory(await memoryBuild(documents));
  for (let i = 0; i < 60; i++) {
    const [a, b] = [
      drawnPhrase(random, documents).slice(0, 3).toWellFormed(),
      oneOf(random, ['法', '。', '的', '一一'], '法'),
    ];
    if (/[“”"]/.test(a) || folded(a) === '') continue;
    const within = oneOf(random, [0, 1, 5, 20, 100], 5);
    const result = await index.search(`“${a}” ~${within} “${b}”`);
    const expected = documents.flatMap((document) => {
      const occurrences = plainNear(document, folded(a), folded(b), within);
      return occurrences > 0 ? [{ id: document.id, occurrences }] : [];
    });
    expect.soft(result.reports, `${a} ~${within} ${b}`).toEqual(expected);
  }
});

test('the places listed are those counted, and lead back to what the page shows', async () => {
  const random = randomNumbers(6);
  const documents = invented(random, 60);
  const index = await openMemory(await memoryBuild(documents));
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (let i = 0; i < 40; i++) {
    const query = `${quoted(drawnPhrase(random, documents).slice(0, 12).toWellFormed())} | 法`;
    const only = random() < 0.5 ? [] : [oneOf(random, roles, 'plan')];
    for (const { id, occurrences } of (await index.search(query, { ...noFilters, roles: only })).reports) {
      const text = await index.text(id);
      if (!text) throw new Error(`no text of ${id}`);
      expect(text.paragraphs).toEqual(byId.get(id)?.paragraphs);
      expect(text.title).toEqual(byId.get(id)?.title);
      const places = occurrencesIn(text, readQuery(query), only);
      expect(places.length).toBe(occurrences);
      for (const { paragraph, text: shown, start, end, phrase, anchor } of places) {
        expect(folded(shown.slice(start, end))).toContain(phrase.folded);
        expect(byId.get(id)?.paragraphs[paragraph]?.anchor ?? null).toBe(anchor);
      }
    }
  }
});

test('hostile queries harm nothing', async () => {
  const random = randomNumbers(7);
  const documents = invented(random, 40);
  const index = await openMemory(await memoryBuild(documents));
  for (const query of [
    '法'.repeat(1000),
    '一'.repeat(1000),
    '👍🏽'.repeat(200),
    '\ud83d',
    '\udc4d',
    '法\ud83d',
    '\udc4d法',
    '.*',
    '^$',
    '[d]',
    '(?=法)',
    '\\',
    '“',
    '”',
    '"',
    '%00',
    '\u0001\u0002法',
    '<script>',
    '__proto__',
    'constructor',
  ]) {
    const result = await index.search(query);
    expect.soft(result.reports, query).toEqual(plainResult(documents, result.folded));
  }
});

test('more reports than 65,535 keep their numbers apart', async () => {
  const count = 66_000;
  const random = randomNumbers(8);
  const documents = Array.from({ length: count }, (_, i): SearchDocument => {
    const year = 2000 + (i % 90);
    const region = String(110000 + Math.floor(i / 90));
    const title = i % 1000 === 999 ? `县${i}` : (['甲', '乙乙', '甲乙'][below(random, 3)] ?? '甲');
    return {
      id: `${region}/${year}`,
      region,
      year,
      level: 'county',
      issuerKind: 'government',
      slug: null,
      paragraphs: [],
      title,
      path: [],
    };
  });
  const shape = { ...baseShape, partitionPlaces: 50_000 };
  const index = await openMemory(await memoryBuild(documents, { shape }));
  for (const phrase of ['县65999', '县999', '甲乙', '乙', '65']) {
    const { reports, occurrences } = await index.search(phrase);
    const expected = documents.filter(({ title }) => title?.includes(phrase));
    expect(reports.length).toBe(expected.length);
    expect(new Set(reports.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(occurrences).toBe(expected.reduce((sum, { title }) => sum + (title?.split(phrase).length ?? 1) - 1, 0));
  }
});

test('an empty archive and empty reports are searched without finding anything', async () => {
  const none = await openMemory(await memoryBuild([]));
  expect(await none.search('法')).toMatchObject({
    reports: [],
    occurrences: 0,
    denominator: { reports: 0, characters: 0 },
  });
  const document = { ...inventedDocument(randomNumbers(1), 0), title: null, paragraphs: [] };
  const empty = await openMemory(await memoryBuild([document]));
  expect(await empty.search('法')).toMatchObject({ reports: [], denominator: { reports: 1, characters: 0 } });
});

test('an extreme paragraph, one character over and over, is indexed like others', async () => {
  const text = '一'.repeat(6000);
  const [a, b] = [inventedDocument(randomNumbers(1), 0), inventedDocument(randomNumbers(2), 1)];
  const documents = [a, b].map((document) => ({
    ...document,
    title: null,
    paragraphs: [{ text, anchor: 'p-0', role: null, heading: null }],
  }));
  const index = await openMemory(await memoryBuild(documents));
  for (const length of [1, 2, 7, 100, 999, 1000]) {
    expect((await index.search('一'.repeat(length))).occurrences).toBe(2 * (6000 - length + 1));
  }
});

const reportFolder = 'content/reports';
test('the lines of the archive’s own reports count as a plain scan counts', async () => {
  const files = readdirSync(reportFolder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .slice(0, 8);
  expect(files.length).toBeGreaterThanOrEqual(5);
  const documents = files.map((file, i): SearchDocument => {
    const paragraphs = readFileSync(`${reportFolder}/${file}`, 'utf8')
      .split('\n')
      .map((text) => ({ text, anchor: 'p-0', role: null, heading: null }));
    return { ...inventedDocument(randomNumbers(i), i), title: null, paragraphs };
  });
  const random = randomNumbers(9);
  const index = await openMemory(await memoryBuild(documents, { shape: baseShape }));
  const sorted = [...documents].sort((a, b) => compareText(a.id, b.id));
  for (let i = 0; i < 150; i++) {
    const phrase = drawnPhrase(random, documents);
    expect.soft((await index.search(quoted(phrase))).reports, phrase).toEqual(plainResult(sorted, phrase));
  }
});
