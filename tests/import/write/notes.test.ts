import { expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { letterCount } from '../../../src/import/lines/layout-space.ts';
import type { Reading, ReadLine } from '../../../src/import/lines/reading.ts';
import { RuleTally } from '../../../src/import/lines/rule-tally.ts';
import { type Overrules, recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody, excludedRanges } from '../../../src/import/write/draft.ts';
import { lostLetters } from '../../../src/import/write/kept-letters.ts';
import { ledger } from '../../../src/import/write/ledger.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));

/** A line, or a row of cells, with its marks written as `{label}`; a line that begins with one and “=” is a note. */
function marked(lines: readonly (string | readonly string[])[]): Reading {
  const pulled = (text: string) => {
    const references: { offset: number; label: string }[] = [];
    const plain = text.replace(/\{(\w+)\}/g, (mark, label: string, at: number) => {
      references.push({ offset: at - references.reduce((sum, one) => sum + one.label.length + 2, 0), label });
      return mark.slice(mark.length);
    });
    return { text: plain, references };
  };
  const read = lines.map((line, at): ReadLine => {
    const number = at + 1;
    if (typeof line !== 'string') {
      const cells = line.map(pulled);
      const references = cells.flatMap((cell, column) => cell.references.map((one) => ({ ...one, row: 0, column })));
      return { kind: 'table', number, rows: [cells.map(({ text }) => text)], references };
    }
    const note = /^\{(\w+)\}=/.exec(line);
    const pieces = pulled(note ? line.slice(note[0].length) : line);
    return { kind: 'text', number, ...pieces, ...(note ? { footnote: { label: note[1] ?? '' } } : {}) };
  });
  const letters = read.reduce(
    (sum, line) => sum + letterCount(line.kind === 'text' ? line.text : line.rows.flat().join('')),
    0,
  );
  return { format: 'docx', letters, lines: read, left: [], meta: [], issues: [], tally: new RuleTally() };
}

function drafted(reading: Reading, overrules: Overrules = {}) {
  const found = recognition(reading, names, [], overrules, '2026-01-01');
  const body = draftBody(found);
  const account = ledger(reading, excludedRanges(found.excluded), body);
  expect(account).toMatchObject({ balances: true, differences: [] });
  expect(lostLetters(found, body)).toEqual([]);
  return { found, paragraphs: body.split('\n\n'), issues: found.issues.map(({ code, line }) => [code, line]) };
}

const report = [
  '霍山县2023年法治政府建设情况报告{1}',
  '2023年，霍山县坚持以习近平法治思想{2}为指导，扎实推进  依法行政{3}，  现将{4}有关情况报告如下,{5}请审议。',
  '一、主要举措{6}',
  '（一）健全依法行政制度体系{7}。全年共制定规范性文件3件，办理行政复议案件12件{8}。',
  ['类别{9}', ' 件  数{a}'],
  '霍山县人民政府',
  '2024年1月20日',
  '{1}=全文另见县政府网站。',
  ...[...'2345678'].map((label) => `{${label}}=第${label}条注，内容从略。`),
  '{9}=按案件类别{2}分。',
  '{a}=单位：件。',
];

it('notes and their marks come into the text, wherever layout space and punctuation changed', () => {
  const { found, paragraphs, issues } = drafted(marked(report));
  expect(paragraphs).toEqual([
    '2023年，霍山县坚持以习近平法治思想[^2]为指导，扎实推进 依法行政[^3]， 现将[^4]有关情况报告如下，[^5]请审议。',
    '## 一、主要举措[^6]',
    '**（一）健全依法行政制度体系**[^7]。全年共制定规范性文件3件，办理行政复议案件12件[^8]。',
    '| 类别[^9] | 件 数[^a] |\n| --- | --- |',
    '霍山县人民政府',
    '2024年1月20日',
    '[^1]: 全文另见县政府网站。',
    ...[...'2345678'].map((label) => `[^${label}]: 第${label}条注，内容从略。`),
    '[^9]: 按案件类别[^2]分。',
    '[^a]: 单位：件。',
  ]);
  // The title is no part of the text, so its mark is not either.
  expect(issues.filter(([code]) => code === 'note/unmarked')).toEqual([['note/unmarked', 8]]);
  expect(found.signature.bodies.map(({ name }) => name)).toEqual(['霍山县人民政府']);
  expect(found.signed?.day.value).toBe('2024-01-20');
});

it('a note that a curator takes for none of the report’s goes with its marks', () => {
  const { paragraphs } = drafted(marked(report), { accepted: new Set([9]) });
  expect(paragraphs.join('\n')).not.toContain('[^2]');
  expect(paragraphs.join('\n')).toContain('[^3]');
});
