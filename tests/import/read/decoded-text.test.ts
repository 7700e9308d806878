import { expect, it } from 'vitest';
import { decodedText } from '../../../src/import/read/text/decoded-text.ts';

/** 法治政府建设年度报告 in each encoding. */
const bytes = {
  'utf-8': [...Buffer.from('法治政府建设年度报告')],
  gb18030: [
    0xb7, 0xa8, 0xd6, 0xce, 0xd5, 0xfe, 0xb8, 0xae, 0xbd, 0xa8, 0xc9, 0xe8, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8,
    0xe6,
  ],
} as const;

it('reads UTF-8 and GB18030 whatever a page says, marks first', () => {
  for (const [encoding, codes] of Object.entries(bytes)) {
    expect(decodedText(Uint8Array.from(codes))).toEqual({ text: '法治政府建设年度报告', encoding });
  }
  expect(decodedText(Uint8Array.from(bytes.gb18030), 'gb2312').text).toBe('法治政府建设年度报告');
  expect(decodedText(Uint8Array.from(bytes.gb18030), 'utf-8').text).toBe('法治政府建设年度报告');
  expect(decodedText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes['utf-8']]), 'gb2312').text).toBe(
    '法治政府建设年度报告',
  );
});

it('reads Big5 where that gives the more usual text', () => {
  // 政府的工作是為人民服務，在法治建設中。
  const big5 = [
    0xac, 0x46, 0xa9, 0xb2, 0xaa, 0xba, 0xa4, 0x75, 0xa7, 0x40, 0xac, 0x4f, 0xac, 0xb0, 0xa4, 0x48, 0xa5, 0xc1, 0xaa,
    0x41, 0xb0, 0xc8, 0xa1, 0x41, 0xa6, 0x62, 0xaa, 0x6b, 0xaa, 0x76,
  ];
  expect(decodedText(Uint8Array.from(big5)).text).toBe('政府的工作是為人民服務，在法治');
});

it('refuses what is no text in any of them', () => {
  expect(() => decodedText(Uint8Array.of(0xff, 0xff, 0xff, 0x00, 0xff))).toThrow('编码');
});
