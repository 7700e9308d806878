import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test, vi } from 'vitest';
import {
  blockHeading,
  blockText,
  type FootnoteReference,
  type ReportBlock,
} from '../../../src/archive/report-block.ts';
import { type Role, roles } from '../../../src/archive/section.ts';
import { ownTexts, ownWords } from '../../../src/browser/served/own-words.ts';
import { servedBlocks } from '../../../src/browser/served/served-blocks.ts';
import { zhHans } from '../../../src/i18n/zh-hans/zh-hans.ts';
import { anchoredBlocks } from '../../../src/render/anchored-blocks.ts';
import type { Annotation } from '../../../src/render/annotated-text.ts';
import { renderedReport } from '../../../src/render/rendered-report.ts';
import { reportHtml } from '../../../src/render/report-html.ts';
import { runs } from '../../runs.ts';

const { window } = parseHTML('<!doctype html><body></body>');

// What is read is a page's nodes; the reader tells their kinds by the browser's own classes.
beforeAll(() => {
  vi.stubGlobal('Text', window.Text);
  vi.stubGlobal('Element', window.Element);
});

function articleOf(html: string): Element {
  const { document } = parseHTML(`<!doctype html><body><article class="t">${html}</article></body>`);
  const article = document.querySelector('article');
  if (!article) throw new Error('the page has no article');
  return article;
}

const hostile = [
  '<b>',
  '</b>',
  '<br>',
  '&amp;',
  '&lt;',
  '&#60;',
  '&',
  '"',
  "'",
  '<sup>',
  '</p>',
  '<!--',
  ']]>',
  '<script>',
];
const letters = ['政', '法治', '，', '。', '：', '“', '”', 'a', '1', ' ', '\u3000', '𠮷', '\n', ...hostile];
const text = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const label = fc.constantFrom('1', '2', '10', 'a', '甲');

const sorted = (offsets: readonly FootnoteReference[]): FootnoteReference[] =>
  [...offsets].sort((a, b) => a.offset - b.offset);

const words = text.chain((own) =>
  fc
    .array(fc.record({ offset: fc.integer({ min: 0, max: own.length }), label }), { maxLength: 3 })
    .map((references) => ({ text: own, references: sorted(references) })),
);

const block: fc.Arbitrary<ReportBlock> = fc.oneof(
  fc
    .record({ depth: fc.integer({ min: 2, max: 6 }), words })
    .map(({ depth, words }) => ({ kind: 'heading' as const, depth, ...words })),
  words.chain((own) =>
    fc.integer({ min: 0, max: own.text.length }).map((runIn) => ({ kind: 'paragraph' as const, runIn, ...own })),
  ),
  fc.record({ label, words }).map(({ label, words }) => ({ kind: 'footnote' as const, label, ...words })),
  fc
    .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({ kind: 'table' as const, rows })),
);

/** A report's blocks with doubted places in them, and roles for some of its headings. */
const report = fc.array(block, { maxLength: 8 }).chain((blocks) =>
  fc.record({
    blocks: fc.constant(blocks),
    annotations: fc
      .tuple(...blocks.map((one) => fc.tuple(fc.nat(blockText(one).length), fc.nat(blockText(one).length))))
      .map(
        (ranges) =>
          new Map(
            ranges.map(([a, b], at): [number, Annotation[]] => [
              at,
              [{ from: Math.min(a, b), to: Math.max(a, b), note: at + 1, notesPage: 'record/' }],
            ]),
          ),
      ),
    roles: fc.array(fc.constantFrom(...roles), { minLength: blocks.length, maxLength: blocks.length }).map(
      (chosen) =>
        new Map(
          blocks.flatMap((one, at): [string, Role][] => {
            const heading = blockHeading(one);
            const role = chosen[at];
            return heading && role && at % 2 === 0 ? [[heading.text, role]] : [];
          }),
        ),
    ),
  }),
);

test('what was written for a page is read back letter for letter: kinds, depths, roles, marks, anchors', () => {
  fc.assert(
    fc.property(report, ({ blocks, annotations, roles: parts }) => {
      const anchored = anchoredBlocks(blocks);
      const article = articleOf(
        reportHtml(anchored, { annotations, roles: parts, issuers: ['甲', '县政府'], regionPath: ['乙县'] }),
      );
      expect(servedBlocks(article)).toEqual(
        anchored.map(({ anchor, block: own }) => ({
          anchor,
          role: parts.get(blockHeading(own)?.text ?? '\0') ?? null,
          block: own,
        })),
      );
      // One meaning of “the report's own words”: each block's are its plain text, and no node holds any other.
      expect([...article.children].map(ownWords)).toEqual(blocks.map((own) => blockText(own)));
      for (const [at, element] of [...article.children].entries()) {
        const bare = (words: string): string => words.replace(/[\n\t]/g, '');
        const held = ownTexts(element)
          .map(({ data }) => data)
          .join('');
        expect(bare(held)).toBe(bare(blockText(blocks[at] ?? { kind: 'table', rows: [] })));
      }
    }),
    { numRuns: runs(300) },
  );
});

test('what tools put beside the words is none of them', () => {
  const article = articleOf(
    '<p id="p-1">一句<button class="anchor">¶</button>。<span role="note">校记</span><mark>二</mark>句<sup><a href="#fn-1">1</a></sup>。</p>',
  );
  expect([...article.children].map(ownWords)).toEqual(['一句。二句。']);
});

test('a report written in Markdown is read back as the blocks it was rendered from', () => {
  const body = [
    '## 一、举措&amp;成效',
    '**（一）<b>学法</b>。**领导干部“学法”[^1]，\\*照录\\*。',
    '| 项目 | 数量[^1] |\n| --- | --- |\n| 复议 | 32 件 |',
    '[^1]: 含结转。',
  ].join('\n\n');
  const { html, blocks } = renderedReport(
    {
      notes: [{ code: 'damage/test', quote: '学法</b>。领导', occurrence: 1, reading: null, reason: '虚构。' }],
      sections: [{ role: 'plan', where: 'own', heading: '一、举措&amp;成效', basis: 'text' }],
    },
    `${body}\n`,
  );
  const served = servedBlocks(articleOf(html));
  expect(served.map(({ anchor, block: own }) => ({ anchor, block: own }))).toEqual(blocks);
  expect(served.map(({ role }) => role)).toEqual(['plan', null, null, null]);
  expect(articleOf(html).querySelector('h2')?.getAttribute('data-part')).toBe(zhHans.nextYearPlan);
});
