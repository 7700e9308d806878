import { expect, test } from 'vitest';
import { hanNumber, plainSigns, roundedValue, writtenNumber } from '../../../src/analysis/figures/number.ts';

test.for([
  ['三十二', 32],
  ['十', 10],
  ['十二', 12],
  ['一百零五', 105],
  ['一千零五', 1005],
  ['两千三百', 2300],
  ['十五万', 150_000],
  ['三万五千', 35_000],
  ['两亿三千万', 230_000_000],
  ['一亿', 100_000_000],
] as const)('%s is %d', ([text, value]) => expect(hanNumber(text)).toBe(value));

test.for(['', '百', '万亿', '三五', '二〇二四', '一二三', '十百', '万三', '三万亿万', '一点五'])(
  '“%s” is no numeral with places',
  (text) => expect(hanNumber(text)).toBeNull(),
);

test.for([
  ['1234', 1234, 4],
  ['1,234,567件', 1_234_567, 9],
  ['1，234件', 1234, 5],
  ['573.68万', 573.68, 6],
  ['12,5', 12, 2],
  ['1234,567', 1234, 4],
  ['3，5件', 3, 1],
  ['99.27%', 99.27, 5],
  ['8.。', 8, 1],
] as const)('%s begins with %d', ([text, value, end]) => expect(writtenNumber(text, 0)).toMatchObject({ value, end }));

test.for(['', '件', '1.2.3', '13800000000000', '3.1415926535'])('“%s” begins with no number', (text) =>
  expect(writtenNumber(text, 0)).toBeNull(),
);

test('full-width digits and signs are plain, place by place', () => {
  const text = '１２．５％，收案比５：１，“１＋３”';
  expect(plainSigns(text)).toBe('12.5%，收案比5:1，“1+3”');
  expect(plainSigns(text)).toHaveLength(text.length);
  expect(roundedValue(573.68 * 1e4)).toBe(5_736_800);
});
