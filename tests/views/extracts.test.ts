import { expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import type { DocumentEntry } from '../../src/archive/lexicons/document-register-schema.ts';
import { stateCode } from '../../src/archive/region-code.ts';
import { documentSlug } from '../../src/archive/routes.ts';
import { completenessTables, completenessViews, yearsByProvince } from '../../src/views/extract/completeness.ts';
import {
  documentCollection,
  documentLists,
  documentRows,
  documentsOfReport,
  documentsView,
  documentViews,
  hasDocumentPage,
  type KeptMention,
  mentionRows,
} from '../../src/views/extract/documents.ts';
import { recordExtract } from '../../src/views/extract/record-extract.ts';
import {
  type FactsOf,
  regionShortcomings,
  shortcomingsLines,
  shortcomingsViews,
} from '../../src/views/extract/shortcomings.ts';
import { placeParts } from '../../src/views/place-parts.ts';
import { sampleIndex, sampleTree } from '../archive/coverage-sample.ts';

const mention = (name: string, more: Partial<KeptMention> = {}): KeptMention => ({
  ...{ name, key: name, number: null, kind: 'opinion', basis: 'marked', anchor: 'p-1', isOpen: false },
  ...more,
});
const mentions: Record<string, KeptMention[]> = {
  '140404/2018': [mention('甲意见', { number: '甲发[2018]第1号' }), mention('甲意见（试行）', { key: '甲意见' })],
  '140421/2017': [mention('甲意见', { number: '甲发〔2018〕1号', anchor: 'p-7' }), mention('乙意见')],
  '140400/2018': [mention('意见', { key: '甲意见', basis: 'alias' }), mention('丙意见', { isOpen: true })],
};
const registered: DocumentEntry = {
  ...{ name: '丙意见', kind: 'opinion', about: '虚构。', also: [], unmarked: [] },
  source: { kind: 'secondary', place: '虚构', checked: '2026-11-25' },
};
const mentionsOf = (id: string) => mentions[id] ?? [];
const collection = documentCollection(sampleIndex, mentionsOf, [registered]);
const document = (key: string) => {
  const found = collection.get(key);
  if (!found) throw new Error(key);
  return found;
};

test('documents are collected by key, spellings and numbers counted by report', () => {
  expect([...collection.keys()]).toEqual(['丙意见', '乙意见', '甲意见']);
  const { spellings, numbers, reports } = document('甲意见');
  expect(reports.map(({ id }) => id)).toEqual(['140400/2018', '140404/2018', '140421/2017']);
  expect(spellings).toEqual([
    { name: '甲意见', count: 2 },
    { name: '甲意见（试行）', count: 1 },
  ]);
  expect(numbers).toEqual([{ name: '甲发〔2018〕1号', count: 2 }]);
  expect([...collection.values()].filter(hasDocumentPage).map(({ key }) => key)).toEqual(['丙意见', '甲意见']);
});

test('a document’s page has years with reports held, the first and the last mention, and places', () => {
  const [view, ...others] = documentViews(sampleIndex, document('甲意见'));
  expect(others).toEqual([]);
  expect(view?.years).toEqual([
    { year: 2018, naming: 2, held: 4 },
    { year: 2017, naming: 1, held: 1 },
  ]);
  expect(view?.first).toEqual([{ id: '140421/2017', place: '甲省 乙市 丙县', year: 2017 }]);
  expect(view?.groups.flatMap(({ rows }) => rows).length).toBe(3);
  expect(documentViews(sampleIndex, document('丙意见'))[0]?.known).toMatchObject({ about: '虚构。' });
});

test('lists of documents tell those of one province apart, and count', () => {
  expect(documentLists(sampleIndex, collection).map(({ code, count }) => [code, count])).toEqual([
    [stateCode, 0],
    ['140000', 2],
  ]);
  expect(documentsView(sampleIndex, collection)).toMatchObject({
    ...{ named: 3, shared: 2, reports: 5 },
    below: [{ code: '140000', name: '甲省', count: 2 }],
  });
  expect(documentRows(collection)[2]).toEqual(['甲意见', '甲意见', 'opinion', '甲发〔2018〕1号', 3, 2017, 2018]);
  expect(mentionRows(sampleIndex.reports, mentionsOf)).toHaveLength(6);
});

test('a report’s record links documents that are registered, or named by others of its province', () => {
  const rows = documentsOfReport(mentionsOf('140400/2018'), collection, '140000');
  expect(rows.map(({ name, hasPage, isOpen }) => [name, hasPage, isOpen])).toEqual([
    ['意见', true, false],
    ['丙意见', true, true],
  ]);
  expect(documentsOfReport(mentionsOf('140421/2017'), collection, '340000').map(({ hasPage }) => hasPage)).toEqual([
    false,
    false,
  ]);
  const found = { ruleSet: null, items: [], published: { day: null, state: 'no-rule', days: null } } as const;
  expect(
    recordExtract({ region: '140421', found, mentions: mentionsOf('140421/2017') }, { ruleSets: [], collection }),
  ).toMatchObject({ found, ruleSet: null, documents: [{ name: '甲意见', anchors: ['p-7'] }, { name: '乙意见' }] });
});

test('a long key names a folder that a file system takes, and two long keys two', () => {
  const [one, other] = ['甲', '乙'].map((last) => documentSlug(`${'关于'.repeat(60)}${last}`));
  expect(one).not.toBe(other);
  expect(Buffer.byteLength(one ?? '')).toBeLessThan(256);
  expect(documentSlug('行政复议法')).toBe('行政复议法');
});

const province = sampleTree.region('140000');
if (!province) throw new Error('no province');

test('a list is cut by prefecture where it is too long, and again where a prefecture’s is', () => {
  const reports = sampleIndex.ofYearInProvince(2018, '140000');
  const parts = (most: number) =>
    placeParts(sampleIndex, province, reports, { weight: () => 1, most }).map(({ code, part, of, reports: own }) => [
      ...[code, part, of, own.length],
    ]);
  expect(parts(4)).toEqual([['140000', 1, 1, 4]]);
  expect(parts(3)).toEqual([
    ['140000', 1, 1, 0],
    ['140400', 1, 2, 3],
    ['140400', 2, 2, 1],
  ]);
});

const published = { day: '2019-04-27', state: 'after', days: 26 } as const;
const items = [{ role: 'plan', state: 'own', isOptional: false, anchor: 'p-5', heading: '四、安排' }] as const;
const factsOf: FactsOf = (id) =>
  id === '140404/2018'
    ? {
        completeness: { ruleSet: 'one', items, published },
        passage: { paragraphs: 2, characters: 300, causes: 1 },
      }
    : null;

test('the parts that the rules ask for are listed by year and place, and as a table', () => {
  const completenessOf = (id: string) => factsOf(id)?.completeness ?? null;
  const [view] = completenessViews(sampleIndex, 2018, province, { completenessOf, ruleSets: [], texts: () => 'x' });
  expect(view?.rows.map(({ place, found }) => [place, found !== null])).toEqual([
    ['乙市', false],
    ['乙市 丙区', true],
    ['乙市 丙区', false],
    ['乙市 丙区 丙经开区', false],
  ]);
  expect(completenessTables(sampleIndex, completenessOf)[0]?.rows[1]).toEqual([
    ...['140404/2018', '140404', '甲省 乙市 丙区', 2018, 'government', 'one'],
    ...['', '', '', 'own', '', '2019-04-27', 'after', 26, ''],
  ]);
  expect(yearsByProvince(sampleIndex)).toEqual({
    years: [2018, 2017],
    rows: [{ code: '140000', name: '甲省', cells: [4, 1] }],
  });
});

test('passages on shortcomings are listed by year and place, by place over years, and as lines', () => {
  const [view] = shortcomingsViews(sampleIndex, 2018, province, factsOf);
  expect(view?.entries[1]).toMatchObject({ id: '140404/2018', kind: 'government', level: 'county', plan: 'p-5' });
  expect(regionShortcomings(sampleIndex, '140404', factsOf)?.entries.map(({ id }) => id)).toEqual([
    '140404/2018',
    '140404/2018-justice-bureau',
  ]);
  expect(regionShortcomings(sampleIndex, '140425', factsOf)).toBeNull();
  const long: FactsOf = () => ({
    ...factsOf('140404/2018'),
    completeness: { ruleSet: null, items: [], published },
    passage: { paragraphs: 9, characters: 23_000, causes: 0 },
  });
  expect(regionShortcomings(sampleIndex, '140404', long)?.rest).toHaveLength(1);
  const passage = {
    paragraphs: [{ anchor: 'p-1', text: '人员不足。', isHeading: false }],
    ...{ characters: 5, all: 50, causes: [] },
  };
  const reports = sampleIndex.ofRegion('140404');
  const lines = shortcomingsLines(reports, new Map([['140404/2018', passage]]))
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { report: '140404/2018', share: 0.1, paragraphs: [{ text: '人员不足。' }] },
    { report: '140404/2018-justice-bureau', paragraphs: null, share: null },
  ]);
});

test('where many reports name a document, each province and prefecture has its own list', () => {
  const [one] = sampleIndex.reports;
  if (!one) throw new Error('no report');
  const many = archiveIndex(
    Array.from({ length: 420 }, (_, at) => ({ ...one, id: `140400/${at}`, year: 1500 + at })),
    sampleTree,
  );
  const collected = documentCollection(many, () => [mention('甲意见')], []).get('甲意见');
  if (!collected) throw new Error('not collected');
  expect(documentViews(many, collected).map(({ path, parts }) => [path.at(-1)?.code ?? null, parts.length])).toEqual([
    [null, 1],
    ['140000', 1],
    ['140400', 0],
  ]);
});
