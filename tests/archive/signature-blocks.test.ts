import { expect, test } from 'vitest';
import type { ReportBlock } from '../../src/archive/report-block.ts';
import { signatureBlocks } from '../../src/archive/signature-blocks.ts';

const issuers = ['中共某县委', '某县人民政府'];
const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text, runIn: 0, references: [] });
const note: ReportBlock = { kind: 'footnote', label: '1', text: '见附表。', references: [] };
const end = '以上报告，请予审阅。';

test.each<[string, readonly string[], number[]]>([
  ['a name and a day', [end, '某县人民政府', '2025年1月17日'], [1, 2]],
  ['a day in words', [end, '某县人民政府', '二〇二五年一月十七日'], [1, 2]],
  ['two bodies on two lines', [end, '中共某县委员会', '某县人民政府', '（2025年1月17日）'], [1, 2, 3]],
  ['two bodies on one line', [end, '中共某县委　某县人民政府', '2025年1月17日'], [1, 2]],
  ['a name without a day', [end, '某县人民政府'], [1]],
  ['a whole day without a name', [end, '2025年1月17日'], [1]],
  ['a damaged day under a name', [end, '某县人民政府', '20251月2'], [1, 2]],
  ['a damaged day alone', [end, '20251月2'], []],
  ['another body’s name', [end, '某市人民政府'], []],
  ['a name within a sentence', [end, '某县人民政府将继续努力。'], []],
  ['a day with a word', [end, '2025年1月17日印发'], []],
])('%s', (_name, texts, expected) => {
  expect(signatureBlocks(texts.map(paragraph), issuers)).toEqual(expected);
});

test('notes of the report’s own may stand below a signature; a note in it, a heading or a run-in heading is none', () => {
  const name = paragraph('某县人民政府');
  const day = paragraph('2025年1月17日');
  expect(signatureBlocks([paragraph(end), name, day, note], issuers)).toEqual([1, 2]);
  expect(
    signatureBlocks([paragraph(end), { ...name, references: [{ offset: 2, label: '1' }] } as ReportBlock], issuers),
  ).toEqual([]);
  expect(
    signatureBlocks([paragraph(end), { kind: 'heading', depth: 2, text: '某县人民政府', references: [] }], issuers),
  ).toEqual([]);
  expect(signatureBlocks([paragraph(end), { ...name, runIn: 3 } as ReportBlock], issuers)).toEqual([]);
});

test('a text of nothing has none', () => {
  expect(signatureBlocks([], issuers)).toEqual([]);
  expect(signatureBlocks([note], issuers)).toEqual([]);
});
