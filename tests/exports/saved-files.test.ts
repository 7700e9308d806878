import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ReportBlock } from '../../src/archive/report-block.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { markdownFile } from '../../src/exports/markdown-file.ts';
import { plainTextFile } from '../../src/exports/plain-text-file.ts';
import { savedFileName, sourceLines } from '../../src/exports/saved-report.ts';
import { wordFile } from '../../src/exports/word-file.ts';
import { readDocx } from '../../src/import/read/docx/docx.ts';
import { xmlTokens } from '../../src/import/read/docx/xml-tokens.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { savedSample } from './saved-sample.ts';

const reports = globSync('content/reports/*/*/*.md').map((file) => {
  const { report, body } = readReportFile(readFileSync(file, 'utf8'), file);
  if (!report) throw new Error(`${file} is not sound`);
  return { file, title: report.title, blocks: reportBlocks(body) };
});

/** A report with everything the dialect has, and letters that formats might swallow. */
const everything: readonly ReportBlock[] = [
  { kind: 'heading', depth: 2, text: '一、主要举措 & <成效>', references: [{ offset: 4, label: '1' }] },
  {
    kind: 'paragraph',
    runIn: 6,
    text: '一是*学习*。落实“5:1”的要求，见 a_b_c 和 [x](y)、1. 项。',
    references: [{ offset: 10, label: '2' }],
  },
  { kind: 'paragraph', runIn: 0, text: '第一行\n# 第二行', references: [] },
  {
    kind: 'table',
    rows: [
      [
        { text: '事项', references: [] },
        { text: '件|数', references: [{ offset: 1, label: '1' }] },
      ],
      [
        { text: '行政复议', references: [] },
        { text: '32', references: [] },
      ],
    ],
  },
  { kind: 'heading', depth: 6, text: '（1）末级', references: [] },
  { kind: 'footnote', label: '1', text: '含结转。', references: [] },
  { kind: 'footnote', label: '2', text: '见附表。', references: [] },
];

/** Every letter of the blocks in order, white space apart, footnote marks where the format shows them. */
function letters(blocks: readonly ReportBlock[], mark: (label: string) => string): string {
  const marked = ({
    text,
    references,
  }: {
    text: string;
    references: readonly { offset: number; label: string }[];
  }): string =>
    references.reduceRight((done, { offset, label }) => done.slice(0, offset) + mark(label) + done.slice(offset), text);
  return blocks
    .map((block) => {
      if (block.kind === 'table') return block.rows.flat().map(marked).join('');
      return block.kind === 'footnote' ? mark(block.label) + marked(block) : marked(block);
    })
    .join('')
    .replace(/\s+/g, '');
}

const bare = (text: string): string => text.replace(/\s+/g, '');

describe.for([...reports, { file: 'everything', title: '虚构', blocks: everything }])('$file', ({ title, blocks }) => {
  const saved = savedSample(blocks, { title });

  test('is read back from Word letter for letter, its headings as headings', () => {
    const { lines } = readDocx(wordFile(saved));
    const texts = lines.flatMap((line) => (line.kind === 'text' ? [line.text] : line.rows.flat()));
    expect(bare(texts.join(''))).toBe(
      bare(title) + letters(blocks, (label) => label) + bare(sourceLines(saved).join('')),
    );
    const marked = lines.flatMap((line) => (line.kind === 'text' && line.isMarkedHeading ? [bare(line.text)] : []));
    const headings = blocks.filter(({ kind }) => kind === 'heading');
    expect(marked).toEqual(headings.map((heading) => letters([heading], (label) => label)));
    expect(marked.length).toBeGreaterThan(1);
    expect(lines.filter(({ kind }) => kind === 'table').length).toBe(
      blocks.filter(({ kind }) => kind === 'table').length,
    );
  });

  test('is read back from Markdown block by block', () => {
    const body = markdownFile(saved)
      .split('\n\n')
      .slice(1, -1 - sourceLines(saved).length)
      .join('\n\n');
    const flat = blocks.map((block) =>
      block.kind === 'paragraph' && block.runIn > 0 ? { ...block, runIn: 1 } : block,
    );
    const read = reportBlocks(body).map((block) =>
      block.kind === 'paragraph' && block.runIn > 0 ? { ...block, runIn: 1 } : block,
    );
    expect(read).toEqual(flat);
  });

  test('stands in the plain text letter for letter', () => {
    const text = plainTextFile(saved);
    expect(bare(text)).toBe(bare(title) + letters(blocks, (label) => `[${label}]`) + bare(sourceLines(saved).join('')));
  });
});

describe('the Word file', () => {
  const parts = unzipSync(wordFile(savedSample(everything)));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());

  test('closes every element that it opens, and declares every part', () => {
    const types = part('[Content_Types].xml');
    for (const name of Object.keys(parts)) {
      expect(() => [...xmlTokens({ name, text: part(name) })]).not.toThrow();
      if (!name.endsWith('.rels') && name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`);
    }
  });

  test('sets headings, title and text in the typefaces of official documents by name', () => {
    const styles = part('word/styles.xml');
    for (const [style, font] of [
      ['Title', '方正小标宋简体'],
      ['Heading1', '黑体'],
      ['Heading2', '楷体_GB2312'],
      ['Heading3', '仿宋_GB2312'],
    ])
      expect(new RegExp(`w:styleId="${style}".*?w:eastAsia="([^"]+)"`).exec(styles)?.[1]).toBe(font);
    expect(/<w:docDefaults>.*?w:eastAsia="([^"]+)"/.exec(styles)?.[1]).toBe('仿宋_GB2312');
    expect(part('word/document.xml')).toContain('<w:pStyle w:val="Heading5"/>');
  });

  test('names what stands in for each of those typefaces, and sets the signature at the right', () => {
    const fonts = [...part('word/fontTable.xml').matchAll(/w:name="([^"]+)"><w:altName w:val="([^"]+)"/g)];
    const named = new Set(
      [...part('word/styles.xml').matchAll(/w:eastAsia="(\p{Script=Han}[^"]*)"/gu)].map(([, name]) => name),
    );
    expect(new Set(fonts.map(([, name]) => name))).toEqual(named);
    for (const [, , others] of fonts) expect(others?.split(',').length).toBeGreaterThan(2);
    expect(part('word/styles.xml')).toMatch(/w:styleId="Signature".*?<w:jc w:val="right"\/>/);
    const line = (text: string): ReportBlock => ({ kind: 'paragraph', runIn: 0, text, references: [] });
    const signed = unzipSync(wordFile(savedSample([line('正文。'), line('虚构县人民政府'), line('2024年1月5日')])));
    const xml = strFromU8(signed['word/document.xml'] ?? new Uint8Array());
    expect([...xml.matchAll(/<w:pStyle w:val="Signature"\/>.*?<w:t [^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '虚构县人民政府',
      '2024年1月5日',
    ]);
  });

  test('has the editors’ notes below the page, marked where their places end', () => {
    const blocks: readonly ReportBlock[] = [{ kind: 'paragraph', runIn: 2, text: '一是化解率99。', references: [] }];
    const notes = [{ block: 0, offset: 7, text: '化解率99：百分号已失 & <存疑>。' }];
    const noted = unzipSync(wordFile(savedSample(blocks, { notes })));
    const of = (name: string): string => strFromU8(noted[name] ?? new Uint8Array());
    expect(of('word/footnotes.xml')).toContain('化解率99：百分号已失 &amp; &lt;存疑&gt;。');
    expect(of('word/document.xml')).toMatch(
      /化解率99<\/w:t><\/w:r><w:r>.{1,80}<w:footnoteReference w:id="1"\/><\/w:r><w:r><w:t [^>]*>。/,
    );
    const { lines } = readDocx(wordFile(savedSample(blocks, { notes })));
    expect(lines.some((line) => line.kind === 'text' && line.text.includes('百分号已失'))).toBe(true);
  });

  test('says where it comes from, and what is the archive’s own', () => {
    const saved = savedSample([], { isTitleInferred: true, doubted: 3 });
    expect(sourceLines(saved)).toEqual([
      '出处：虚构县人民政府. 虚构县2023年度法治政府建设情况报告[EB/OL]. (2024-02-28)[2026-11-22]. https://archive.example/reports/999999/2023/.',
      '标题不见于原文，由本库推定。',
      '正文有 3 处存疑，照原样保留，校记见 https://archive.example/reports/999999/2023/record/。',
      '虚构文库据公开的文本制作，不是官方版本；引用请核对制发机关公布的文本。',
    ]);
  });

  test('keeps any text whatever, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const blocks: readonly ReportBlock[] = [{ kind: 'paragraph', runIn: 0, text, references: [] }];
        const xml = strFromU8(unzipSync(wordFile(savedSample(blocks)))['word/document.xml'] ?? new Uint8Array());
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML 1.0 forbids
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        const kept = text.toWellFormed().replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '');
        expect(xml.replace(/<[^>]*>|&\w+;/g, '').replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '')).toContain(kept);
      }),
      { numRuns: 60 },
    );
  });
});

test('files are named by place, year and title, without what file systems refuse', () => {
  expect(savedFileName(savedSample([]), 'docx')).toBe('虚构县-2023-虚构县2023年度法治政府建设情况报告.docx');
  const odd = savedSample([], { regionPath: [], title: 'a/b\\c:d*e?"f<g>h|i\n' });
  expect(savedFileName(odd, 'md')).toBe('国家-2023-abcdefghi.md');
  expect([...savedFileName(savedSample([], { title: '长'.repeat(300) }), 'txt')].length).toBeLessThan(80);
});
