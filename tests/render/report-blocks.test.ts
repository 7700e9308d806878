import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import {
  closedMarkdown,
  escapedText,
  footnoteMarkdown,
  headingMarkdown,
  runInMarkdown,
  tableMarkdown,
} from '../../src/archive/report-markdown.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { runs } from '../runs.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** Text of a tree that remark-gfm read, the second opinion on every body; it throws on markup outside the dialect. */
function remarkText(body: string): string {
  const allowed = new Set(
    'root heading paragraph text strong table tableRow tableCell footnoteReference link footnoteDefinition'.split(' '),
  );
  const visit = (node: Node): string => {
    if (!allowed.has(node.type)) throw new Error(`remark sees ${node.type} in ${body}`);
    return (node.value ?? '') + (node.children ?? []).map(visit).join('');
  };
  return visit(unified().use(remarkParse).use(remarkGfm).parse(closedMarkdown(body)));
}

const blockText = (body: string): string =>
  reportBlocks(body)
    .map((b) =>
      b.kind === 'table'
        ? b.rows
            .flat()
            .map((cell) => cell.text)
            .join('')
        : b.text,
    )
    .join('');

const letters = (text: string): string => text.replace(/\s+/g, '');

/** Hostile lines: what Markdown, HTML and templates could take for markup, glued and spaced at random. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'# ## ###### - * + _ ~ ~~ ` ``` < > & | [ ] ( ) ! \\ ** *** 1. 1) = --- === [^1] [^1]: [x]: {{ }} $ : :: ::: @ www. a@b.cn https://x.cn/ <b> </b> <!-- --> &amp; &#42; 中 文字 。 , “ ” ( ) 2. 12 a Z'.split(
          ' ',
        ),
      ),
      fc.constantFrom(' ', '  ', '\t', '    ', '\u3000', '\u00a0'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join('').replace(/[\r\n\v\f\u0085\u2028\u2029\0]/g, ''));

test('any line, escaped, shows exactly its characters, also to remark', () => {
  fc.assert(
    fc.property(hostile, (line) => {
      const markdown = escapedText(line);
      expect(blockText(markdown)).toBe(line.trim());
      expect(letters(remarkText(markdown))).toBe(letters(line));
      expect(reportBlocks(markdown).every((b) => b.kind === 'paragraph' && b.runIn === 0)).toBe(true);
    }),
    { numRuns: runs(600) },
  );
});

test('any heading, run-in heading and table cell shows exactly its characters', () => {
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      fc.pre(a.trim() !== '' && b.trim() !== '');
      expect(blockText(headingMarkdown(a, 2))).toBe(a.trim());
      const runIn = runInMarkdown(`${a.trim()}${b}`, a);
      expect(blockText(runIn)).toBe(`${a.trim()}${b}`.trim());
      expect(letters(remarkText(runIn))).toBe(letters(`${a}${b}`));
      const table = tableMarkdown([
        [a, b],
        [b, a],
      ]);
      expect(reportBlocks(table)).toMatchObject([{ kind: 'table' }]);
      expect(letters(blockText(table))).toBe(letters(`${a}${b}${b}${a}`));
      expect(letters(remarkText(table))).toBe(letters(`${a}${b}${b}${a}`));
    }),
    { numRuns: runs(600) },
  );
});

test('marks of notes stand where they were set, and no letter goes, in every kind of block', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.array(fc.nat(30), { maxLength: 4 }), (a, b, places) => {
      const text = `${a.trim()}${b.trim()}`;
      fc.pre(a.trim() !== '' && b.trim() !== '');
      const edges = [0];
      for (const letter of text) edges.push((edges.at(-1) ?? 0) + letter.length);
      const references = places
        .map((place, at) => ({ offset: edges[place % edges.length] ?? 0, label: `n${at}` }))
        .sort((one, other) => one.offset - other.offset);
      const notes = references.map(({ label }) => footnoteMarkdown(label, b)).join('\n\n');
      const cells = references.map((reference) => ({ ...reference, row: 1, column: 1 }));
      const bodies = [
        escapedText(text, references),
        headingMarkdown(text, 2, references),
        runInMarkdown(text, a.trim(), references),
        footnoteMarkdown('own', text, references),
        tableMarkdown([[], ['', text]], cells),
      ];
      for (const body of bodies) {
        const [block, ...others] = reportBlocks(`${body}\n\n${notes}`);
        const shown = block?.kind === 'table' ? block.rows[1]?.[1] : block;
        expect([shown, body]).toMatchObject([{ text, references }, body]);
        expect(others.map((note) => note.kind)).toEqual(references.map(() => 'footnote'));
        expect(letters(remarkText(`${body}\n\n${notes}`))).toBe(letters(text + b.repeat(references.length)));
      }
    }),
    { numRuns: runs(200) },
  );
});

test('hand-written Markdown outside the dialect is text, and closing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 8 }), (lines) => {
      const body = lines.join('\n');
      const closed = closedMarkdown(body);
      expect(closedMarkdown(closed)).toBe(closed);
      expect(() => reportBlocks(body)).not.toThrow();
      expect(letters(remarkText(body))).toBe(letters(blockText(body)));
    }),
    { numRuns: runs(600) },
  );
});

test.for([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['[x](javascript:alert(1))'],
  ['{{ x }}'],
  ['| a | b'],
  ['* 星'],
  ['_下划_ *斜* ~~删~~'],
  ['1. 第一'],
  ['# 井'],
  ['- [ ] 任务'],
  ['> 引'],
  ['&ldquo;引号&rdquo; &nbsp;'],
  ['https://example.cn/ www.example.cn a@example.cn'],
  ['**粗**'.slice(0, 4)],
  ['---'],
])('%s written by hand shows exactly those characters', ([line = '']) => {
  expect(blockText(line)).toBe(line);
});

test('the dialect reads as meant', () => {
  const body = '## 一、成效\n\n**一是深入**。正文[^1]再\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2\\|3 |\n\n[^1]: 注 A\n';
  expect(reportBlocks(body)).toEqual([
    { kind: 'heading', depth: 2, text: '一、成效', references: [] },
    { kind: 'paragraph', text: '一是深入。正文再', runIn: 4, references: [{ offset: 7, label: '1' }] },
    {
      kind: 'table',
      rows: [
        [
          { text: '甲', references: [] },
          { text: '乙', references: [] },
        ],
        [
          { text: '1', references: [] },
          { text: '2|3', references: [] },
        ],
      ],
    },
    { kind: 'footnote', label: '1', text: '注 A', references: [] },
  ]);
});
