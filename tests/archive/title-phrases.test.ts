import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingBreaks, titlePhrases } from '../../src/archive/title-phrases.ts';

const shangdang = ['山西省', '长治市', '上党区'];

test.for([
  [
    '中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告',
    ['中共长治市上党区委', '长治市上党区人民政府'],
    '中共长治市上党区委|长治市上党区人民政府|关于2024年度|法治政府建设|情况的报告',
  ],
  ['河东区司法局2024年度法治政府建设情况报告', ['河东区司法局'], '河东区司法局|2024年度|法治政府建设|情况报告'],
  ['一、2024年推进法治政府建设的主要举措和成效', [], '一、2024年|推进法治政府建设的|主要举措和成效'],
  ['长治市上党区二〇二三年法治政府建设工作总结', [], '长治市上党区|二〇二三年|法治政府建设|工作总结'],
] as const)('%s breaks between phrases', ([text, issuers, phrases]) => {
  expect(titlePhrases(text, issuers, shangdang).join('|')).toBe(phrases);
});

test('phrases are the text, letter for letter', () => {
  const piece = fc.constantFrom(
    '中共',
    '长治市',
    '上党区',
    '关于',
    '2024年度',
    '法治政府建设',
    '报告',
    '，',
    '𠮷',
    'a',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 3 }))), (pieces) => {
      const text = pieces.join('');
      const phrases = titlePhrases(text, ['上党区司法局'], shangdang);
      expect(phrases.join('')).toBe(text);
      const breaks = headingBreaks(text, ['上党区司法局'], shangdang);
      expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
      for (const at of breaks) expect(at > 0 && at < text.length).toBe(true);
    }),
  );
});

test.for([
  ['一、2024年推进法治政府建设的主要举措和成效', '一、2024年|推进法治政府建设的|主要举措和成效'],
  ['（三）履行推进法治建设第一责任人职责', '（三）履行推进法治建设|第一责任人职责'],
  ['四、履行法院生效裁判情况', '四、履行法院生效裁判情况'],
] as const)('%s keeps its number with its first phrase', ([text, lines]) => {
  const breaks = [0, ...headingBreaks(text, [], shangdang), text.length];
  expect(
    breaks
      .slice(1)
      .map((end, at) => text.slice(breaks[at], end))
      .join('|'),
  ).toBe(lines);
});
