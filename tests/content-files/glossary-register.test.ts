import { expect, test } from 'vitest';
import { foundTerms } from '../../src/browser/reading/tools/glossary-entries.ts';
import { glossaryTerms, readGlossary } from '../../src/content-files/glossary-register.ts';

const entry = (more: string): string => `- term: 行政复议
  meaning: 虚构的释义。
  basis: text
  sources:
    - { title: 虚构法, number: 2023年公布 }
${more}`;

test('the archive explains some sixty terms, each with its source', () => {
  const terms = glossaryTerms('content');
  expect(terms.length).toBeGreaterThanOrEqual(60);
  for (const { term, meaning } of terms) {
    expect([term, meaning.endsWith('。')]).toEqual([term, true]);
    // An explanation does not judge.
    expect([term, /重要意义|显著|先进|优秀|落后/.test(meaning)]).toEqual([term, false]);
  }
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
});

test('a sound entry is read; a folder without a glossary has none', () => {
  expect(readGlossary(entry('')).terms[0]).toMatchObject({ term: '行政复议', also: [] });
  expect(glossaryTerms('tests')).toEqual([]);
});

test.for([
  ['an entry without source', '- term: 述法\n  meaning: 释义。\n  basis: text\n  sources: []', 'glossary/schema'],
  [
    'a source that cannot be found',
    '- term: 述法\n  meaning: 释义。\n  basis: text\n  sources: [{ title: 法, number: 某日 }]',
    'glossary/schema',
  ],
  [
    'a basis that is none',
    '- term: 述法\n  meaning: 释义。\n  basis: web\n  sources: [{ title: 法, number: 2020年 }]',
    'glossary/schema',
  ],
  [
    'a term said twice',
    '- term: 述法\n  also: [行政复议]\n  meaning: 释义。\n  basis: text\n  sources: [{ title: 法, number: 2020年 }]',
    'glossary/duplicate',
  ],
  ['what is no YAML', '- term: [', 'glossary/yaml'],
] as const)('%s is an issue with its line', ([, more, code]) => {
  const { issues } = readGlossary(entry(more));
  expect(issues[0]).toMatchObject({ code, severity: 'error', file: 'glossary.yaml' });
  expect(issues[0]?.line).toBeGreaterThanOrEqual(6);
});

test('terms are found in a report by any wording, overlapping ones once', () => {
  const entries = [
    { term: '负责人出庭应诉', wordings: ['负责人出庭应诉', '出庭应诉'], lines: [] },
    { term: '述法', wordings: ['述法'], lines: [] },
  ];
  const blocks = [
    { anchor: 'p-1', text: '行政复议' },
    { anchor: 'p-2', text: '负责人出庭应诉率100%,出庭应诉23次' },
    { anchor: 'p-3', text: '出庭应诉' },
  ];
  expect(foundTerms(entries, blocks)).toEqual([{ entry: entries[0], anchor: 'p-2', count: 3 }]);
});
