import fc from 'fast-check';
import { roles } from '../../src/archive/section.ts';
import type { TextBlock } from '../../src/compare/report-text.ts';

/** Invented words of the field, from which texts are made that are alike here and there. */
const words = '推进法治政府建设行政复议应诉审查决策监督培训宣传一二三四五六年月县市区局件次名'.split('');

const paragraph = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('，', '。', '；', '12', '100%', '“', '”')), {
    maxLength: 80,
  })
  .map((parts) => parts.join(''));

/** Any report there could be: headings of any depth, run-in headings, empty paragraphs, foreign signs. */
export const anyReport: fc.Arbitrary<TextBlock[]> = fc
  .array(
    fc.record({
      text: fc.oneof(
        { weight: 5, arbitrary: paragraph },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      ),
      depth: fc.constantFrom(null, null, null, null, 2, 3, 7),
      role: fc.constantFrom(null, null, ...roles),
    }),
    { maxLength: 25 },
  )
  .map((blocks) => blocks.map((block, at) => ({ ...block, anchor: `p-${at}` })));

/** A heading, by its number of `#`, or a paragraph. */
export function invented(text: string): TextBlock[] {
  return text
    .trim()
    .split('\n')
    .map((line, at) => {
      const [, marks = '', role = '', words = ''] = /^\s*(#*)\s*(?:\[([a-z-]+)\])?\s*(.*)$/.exec(line) ?? [];
      return {
        anchor: `p-${at}`,
        text: words,
        depth: marks === '' ? null : marks.length,
        role: roles.find((known) => known === role) ?? null,
      };
    });
}
