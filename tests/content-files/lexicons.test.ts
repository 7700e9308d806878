import { expect, test } from 'vitest';
import { documentEntries, readDocumentRegister } from '../../src/content-files/lexicons/document-register.ts';
import { readRuleSets, ruleSets } from '../../src/content-files/lexicons/rule-register.ts';

const source = 'source: { kind: secondary, place: 虚构, checked: "2026-11-25" }';
const document = (name: string, more = ''): string =>
  `- name: ${name}\n  kind: opinion\n  about: 虚构的文件。\n  ${source}\n${more}`;
const rules = (id: string, years: string, more = ''): string =>
  `- id: ${id}\n  name: 虚构的规定\n  years: ${years}\n  levels: [county]\n  issuerKinds: [government]\n  about: 虚构。\n  ${source}\n${more}`;

test('the archive’s own lexicons are sound, each entry with its source', () => {
  const documents = documentEntries('content');
  expect(documents.length).toBeGreaterThan(50);
  for (const { name, about } of documents) expect([name, about.endsWith('。')]).toEqual([name, true]);
  expect(ruleSets('content').map(({ id, items }) => [id, items.length])).toEqual([
    ['outline-2015', 0],
    ['provisions-2019', 5],
  ]);
  expect([documentEntries('tests'), ruleSets('tests')]).toEqual([[], []]);
});

test('sound entries are read', () => {
  expect(readDocumentRegister(document('甲意见')).entries[0]).toMatchObject({ name: '甲意见', also: [], unmarked: [] });
  expect(readRuleSets(rules('one', '{ from: 2019 }')).entries[0]).toMatchObject({ items: [], submitBefore: {} });
});

test.for([
  ['an entry without its source', '- name: 甲\n  kind: opinion\n  about: 甲。', 'documents/schema', 1],
  ['a kind that is none', document('甲').replace('opinion', 'paper'), 'documents/schema', 2],
  ['a source that is no day', document('甲').replace('2026-11-25', '去年'), 'documents/schema', 4],
  ['a name told twice', document('甲意见') + document('乙意见', '  also: [甲（意见）]'), 'documents/duplicate', 5],
  ['what is no YAML', '- name: [', 'documents/yaml', 1],
] as const)('%s is an issue with its line', ([, text, code, line]) => {
  expect(readDocumentRegister(text).issues[0]).toMatchObject({ code, line, severity: 'error', file: 'documents.yaml' });
});

test.for([
  ['a day that is none', rules('one', '{ from: 2019 }', '  publishBefore: "13-01"'), 'rules/schema', 8],
  ['a role of its own', rules('one', '{ from: 2019 }', '  items: [{ role: extra, wording: 甲 }]'), 'rules/schema', 8],
  ['years that end before they begin', rules('one', '{ from: 2019, to: 2018 }'), 'rules/years', 1],
  ['two of a name', rules('one', '{ from: 2015, to: 2016 }') + rules('one', '{ from: 2019 }'), 'rules/duplicate', 8],
  ['two for one report', rules('one', '{ from: 2015 }') + rules('two', '{ from: 2019 }'), 'rules/overlap', 8],
  [
    'a part told twice',
    rules('one', '{ from: 2019 }', '  items: [{ role: plan, wording: 甲 }, { role: plan, wording: 乙 }]'),
    'rules/items',
    1,
  ],
] as const)('of rules, %s is an issue with its line', ([, text, code, line]) => {
  expect(readRuleSets(text).issues[0]).toMatchObject({ code, line, severity: 'error', file: 'rules.yaml' });
});
