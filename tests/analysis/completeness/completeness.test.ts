import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeness, type ReportFacts, ruleSetOf } from '../../../src/analysis/completeness/completeness.ts';
import { publicationDay } from '../../../src/analysis/completeness/publication-day.ts';
import { causeParts, shortcomings } from '../../../src/analysis/completeness/shortcomings.ts';
import { regionTree } from '../../../src/archive/region-tree.ts';
import type { Role } from '../../../src/archive/section.ts';
import { ruleSets } from '../../../src/content-files/lexicons/rule-register.ts';
import { reportFileReading } from '../../../src/content-files/report-file.ts';
import { searchableReport } from '../../../src/render/searchable-report.ts';

const sets = ruleSets('content');
const facts: ReportFacts = { year: 2023, level: 'county', issuerKind: 'government', published: null, sections: [] };
const paragraph = (text: string, role: Role | null = null, heading: string | null = null, anchor = 'p-1') => ({
  anchor,
  text,
  role,
  heading,
});

test.for([
  ['14/140404/2024', 'own own own own not-found', 'before'],
  ['34/341824/2023', 'own own inside own own', 'before'],
  ['14/140600/2024', 'own own inside own not-found', 'unknown'],
  ['12/120102/2024-justice-bureau', 'own own own own not-found', 'unknown'],
  ['37/370304/2022', 'own own own own not-found', 'before'],
] as const)('the five items and the day of %s', ([file, states, day]) => {
  const { report, body } = reportFileReading(readFileSync(`content/reports/${file}.md`, 'utf8'), `reports/${file}.md`);
  if (!report) throw new Error(`${file} is not sound`);
  const { paragraphs } = searchableReport(report, body, regionTree([]));
  const level = file === '14/140600/2024' ? 'prefecture' : 'county';
  const found = completeness({ ...report, level }, paragraphs, sets);
  expect(found.ruleSet).toBe('provisions-2019');
  expect(found.items.map(({ state }) => state).join(' ')).toBe(states);
  expect(found.published.state).toBe(day);
  for (const { state, anchor } of found.items) expect(anchor === null).toBe(state === 'not-found');
});

test('a report has the rules of its year, level and kind, or none', () => {
  const id = (more: Partial<ReportFacts>) => ruleSetOf(sets, { ...facts, ...more })?.id ?? null;
  expect([id({ year: 2014 }), id({ year: 2015 }), id({ year: 2018 }), id({ year: 2019 }), id({ year: 2030 })]).toEqual([
    null,
    'outline-2015',
    'outline-2015',
    'provisions-2019',
    'provisions-2019',
  ]);
  expect([id({ issuerKind: 'party' }), id({ year: 2016, level: 'township' })]).toEqual([null, null]);
  expect(completeness({ ...facts, year: 2014 }, [], sets)).toEqual({
    ruleSet: null,
    items: [],
    published: { day: null, state: 'no-rule', days: null },
  });
});

test('what no heading has is looked for in the sentences, and of a cut text nothing is 未见', () => {
  const states = (more: Partial<ReportFacts>, ...texts: string[]) =>
    completeness(
      { ...facts, ...more },
      texts.map((text, at) => paragraph(text, null, '一、情况', `p-${at}`)),
      sets,
    ).items.map(({ state }) => state);
  expect(states({}, '无')).toEqual(['not-found', 'not-found', 'not-found', 'not-found', 'not-found']);
  const doubts = [{ code: 'text/short', message: '正文很短' }];
  expect(states({ doubts }, '无')).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  expect(
    states(
      {},
      '取得成效',
      '工作还存在一些不足',
      '主要负责人切实履行职责',
      '2024年，我县将继续努力',
      '其他需要报告的情况',
    ),
  ).toEqual(['inside', 'inside', 'inside', 'inside', 'inside']);
  const promised = [paragraph('落实第一责任人职责', 'plan')];
  expect(completeness(facts, promised, sets).items[2]).toMatchObject({ role: 'first-responsible', state: 'not-found' });
  const place = [paragraph('主要负责人亲自部署', 'achievements', '（一）领导', 'p-9')];
  expect(completeness(facts, place, sets).items[2]).toEqual({
    ...{ role: 'first-responsible', state: 'inside', isOptional: false },
    ...{ anchor: 'p-9', heading: '（一）领导' },
  });
});

test('a heading that names two items is a section of both, and free headings that tell of one are none', () => {
  const section = (role: Role, heading: string, basis: 'text' | 'inferred' = 'text') =>
    ({ role, where: 'own', heading, basis }) as const;
  const both = completeness(
    { ...facts, sections: [section('shortcomings', '二、存在的问题及下一步打算')] },
    [paragraph('二、存在的问题及下一步打算', 'shortcomings')],
    sets,
  );
  expect(both.items.map(({ role, state }) => `${role} ${state}`)).toContain('plan own');
  const free = completeness(
    {
      ...facts,
      sections: [section('achievements', '一、甲', 'inferred'), section('achievements', '二、乙', 'inferred')],
    },
    [paragraph('一、甲', 'achievements'), paragraph('二、乙', 'achievements')],
    sets,
  );
  expect(free.items[0]).toMatchObject({ role: 'achievements', state: 'inside', anchor: 'p-1', heading: '一、甲' });
});

test.for([
  ['2024-03-31', 'before', -1],
  ['2024-04-01', 'after', 0],
  ['2024-04-27', 'after', 26],
  ['2024-03', 'before', null],
  ['2024-04', 'after', null],
  ['2023-12', 'doubtful', null],
  ['2023-12-31', 'doubtful', null],
  ['2017-08-20', 'doubtful', null],
  [null, 'unknown', null],
] as const)('a report on 2023 published on %s', ([day, state, days]) => {
  expect(publicationDay(day, 2023, '04-01')).toEqual({ day, state, days });
});

test('a month that the rule’s day divides says nothing, and where the rules name no day there is none', () => {
  expect(publicationDay('2024-04', 2023, '04-15').state).toBe('unknown');
  expect(publicationDay('2024-02-28', 2023, null)).toEqual({ day: '2024-02-28', state: 'no-rule', days: null });
  expect(publicationDay('2023-02-28', 2023, null).state).toBe('doubtful');
});

test('the passage on shortcomings is whole, with its causes in sentences and not in headings', () => {
  const heading = '三、存在的不足和原因 由于';
  const found = shortcomings([
    paragraph('一、成效', 'achievements', '一、成效'),
    paragraph(heading, 'shortcomings', heading),
    paragraph('人员不足。由于编制有限，力量薄弱。其余尚可。', 'shortcomings', heading, 'p-2'),
  ]);
  expect(found?.paragraphs).toHaveLength(2);
  expect(found?.causes).toEqual([{ anchor: 'p-2', sentence: '由于编制有限，力量薄弱。' }]);
  expect([found?.characters, found?.all]).toEqual([34, 38]);
  const text = '甲不足。乙不足。由于丙，丁。因为戊！己。';
  const parts = causeParts({ anchor: 'p-1', text, isHeading: false });
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.map(({ isCause }) => isCause)).toEqual([false, true, true, false]);
  expect(shortcomings([paragraph('一、成效', 'achievements')])).toBeNull();
});

test('no report of the archive is without its passage', () => {
  for (const file of globSync('content/reports/*/*/*.md')) {
    const { report, body } = reportFileReading(readFileSync(file, 'utf8'), file.replace('content/', ''));
    if (!report) throw new Error(`${file} is not sound`);
    const { paragraphs } = searchableReport(report, body, regionTree([]));
    const found = shortcomings(paragraphs);
    expect(found?.paragraphs.length).toBeGreaterThan(1);
    expect(found?.causes).toEqual([]);
  }
});
