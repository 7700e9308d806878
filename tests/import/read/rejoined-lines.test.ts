import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { compact } from '../../../src/import/lines/layout-space.ts';
import { RuleTally } from '../../../src/import/lines/rule-tally.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { characters, columns, type LineMeasure, utf8Bytes } from '../../../src/import/read/text/line-measures.ts';
import { rejoinedLines } from '../../../src/import/read/text/rejoined-lines.ts';
import { recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody } from '../../../src/import/write/draft.ts';
import { boshan, hedong, jixi, shangdang } from '../five-expectations.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));

function ownLines(sha256: string, first: number, last: number): string[] {
  return readFileSync(`content/sources/${sha256}.txt`, 'utf8')
    .split('\n')
    .slice(first - 1, last)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:发布时间|【字体)/.test(line));
}

interface Cutter {
  readonly name: string;
  readonly measure: LineMeasure;
  readonly width: number;
  /** No line begins with a closing mark, words and numbers stay whole; else it cuts where the width is reached. */
  readonly isTidy: boolean;
}
const cutters: readonly Cutter[] = [
  { name: '38 characters', measure: characters, width: 38, isTidy: false },
  { name: '42 characters, tidy', measure: characters, width: 42, isTidy: true },
  { name: '76 bytes', measure: utf8Bytes, width: 76, isTidy: false },
  { name: '80 columns', measure: columns, width: 80, isTidy: false },
  { name: '72 columns, tidy', measure: columns, width: 72, isTidy: true },
];

/** A paragraph cut as a program would. */
function cut(paragraph: string, { measure, width, isTidy }: Cutter): string[] {
  const pieces = isTidy
    ? (paragraph.match(/[A-Za-z0-9.%]+[，。；：、！？”’）》]*|[\s\S][，。；：、！？”’）》]*/gu) ?? [])
    : [...paragraph];
  const lines = [''];
  for (const piece of pieces) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && measure(last + piece) > width) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}

/** How many letters stand before the end of each line. */
function endsOf(lines: readonly string[]): number[] {
  let sum = 0;
  return lines.map((line) => {
    sum += compact(line).length;
    return sum;
  });
}

type Style = 'indent' | 'blank' | 'none';
function wrapped(paragraphs: readonly string[], cutter: Cutter, style: Style): string {
  return paragraphs
    .map((paragraph) => cut((style === 'indent' ? '　　' : '') + paragraph, cutter).join('\n'))
    .join(style === 'blank' ? '\n\n' : '\n');
}

const texts = [
  ['河东区司法局', ownLines(hedong.sha256, 1, 24)],
  ['绩溪县', ownLines(jixi.sha256, 9, 86)],
] as const;

describe.each(texts)('%s', (_, paragraphs) => {
  const plain = paragraphs.join('\n');
  describe.each(cutters)('cut at $name', (cutter) => {
    it.each(['indent', 'blank'] as const)('with the sign %s gives the same text, outline and record', async (style) => {
      const recognise = async (text: string) => {
        const found = recognition(await readCapture(Buffer.from(text), 'a.txt'), names, [], {}, '2026-01-01');
        return {
          body: draftBody(found),
          outline: found.headings.map(({ depth, text: heading, runsIn }) => `${depth} ${runsIn} ${heading}`),
          damage: found.damage.map(({ code, quote }) => [code, quote]),
          facts: [found.title, found.region?.code, found.year, found.issuers, found.signed],
          found,
        };
      };
      const { found: _plain, ...wanted } = await recognise(plain);
      const { found, ...got } = await recognise(wrapped(paragraphs, cutter, style));
      expect(got).toEqual(wanted);
      expect(found.issues.map(({ code }) => code)).toContain('text/rejoined');
      expect(found.tally.list().some(({ rule, count }) => rule === 'line/joined' && count > 20)).toBe(true);
    });

    it('without a sign parts no paragraph wrongly joined, and says each place that it left', () => {
      const lines = wrapped(paragraphs, cutter, 'none').split('\n');
      const numbered = lines.map((text, at) => ({ kind: 'text', number: at + 1, text }) as const);
      const { lines: got, issues } = rejoinedLines(numbered, new RuleTally());
      const ends = endsOf(got.map(({ text }) => text));
      for (const end of endsOf(paragraphs)) expect(ends).toContain(end);
      const extra = got.length - paragraphs.length;
      const doubtful = issues.filter(({ code }) => code === 'text/wrap-doubtful').length;
      expect(doubtful).toBeGreaterThanOrEqual(extra);
      expect(extra).toBeLessThan(lines.length / 8);
    });
  });
});

it('sees paragraphs by their deeper indent where all lines of the text are indented', () => {
  const cutter: Cutter = { name: '', measure: columns, width: 76, isTidy: false };
  const paragraphs = ownLines(hedong.sha256, 1, 24);
  const lines = [
    '河东区司法局',
    ...wrapped(paragraphs, cutter, 'indent')
      .split('\n')
      .map((line) => `  ${line}`),
  ];
  const { lines: got } = rejoinedLines(
    lines.map((text, at) => ({ kind: 'text', number: at + 1, text }) as const),
    new RuleTally(),
  );
  expect(got.slice(1).map(({ text }) => compact(text))).toEqual(paragraphs.map(compact));
});

describe('what is not cut at a width stays as it is', () => {
  it.each([
    ['绩溪县', jixi],
    ['上党区', shangdang],
    ['博山区', boshan],
    ['河东区司法局', hedong],
  ] as const)('%s', (_, { sha256 }) => {
    const lines = readFileSync(`content/sources/${sha256}.txt`, 'utf8').split('\n');
    const numbered = lines.map((text, at) => ({ kind: 'text', number: at + 1, text }) as const);
    expect(rejoinedLines(numbered, new RuleTally())).toEqual({ lines: numbered, issues: [] });
  });
});

it('never joins a heading as long as a line with the text below it', () => {
  const cutter: Cutter = { name: '', measure: characters, width: 30, isTidy: false };
  const heading = `二、${'存在的不足和原因以及党政主要负责人履行职责情况说明'.padEnd(28, '事')}`;
  const body = ownLines(hedong.sha256, 1, 12);
  for (const style of ['indent', 'blank', 'none'] as const) {
    const lines = wrapped([...body, heading, ...body], cutter, style).split('\n');
    const { lines: got } = rejoinedLines(
      lines.map((text, at) => ({ kind: 'text', number: at + 1, text }) as const),
      new RuleTally(),
    );
    const at = got.findIndex(({ text }) => compact(text) === heading);
    if (style !== 'indent') expect([style, at >= 0]).toEqual([style, true]);
    expect(got.some(({ text }) => compact(text).startsWith(heading) && compact(text) !== heading)).toBe(false);
  }
});

const han = fc.constantFrom(...'法治政府建设依行规执县市区委报告年度一二三是的了和在，，。；：（）“”2023AB');
const paragraph = fc.array(han, { minLength: 1, maxLength: 240, size: 'max' }).map((letters) => letters.join(''));

it('keeps every letter in its order, joined or not, and numbers lines truly', () => {
  const anyText = fc.tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 14, size: 'max' }),
    fc.constantFrom(...cutters),
    fc.constantFrom('indent', 'blank', 'none'),
  );
  let joinedTexts = 0;
  fc.assert(
    fc.property(anyText, ([paragraphs, cutter, style]) => {
      const lines = wrapped(paragraphs, cutter, style).split('\n');
      const numbered = lines.map((text, at) => ({ kind: 'text', number: at + 1, text }) as const);
      const tally = new RuleTally();
      const { lines: got, issues } = rejoinedLines(numbered, tally);
      expect(compact(got.map(({ text }) => text).join(''))).toBe(compact(lines.join('')));
      for (const { number, lastNumber, text } of got)
        expect(compact(text)).toBe(compact(lines.slice(number - 1, lastNumber ?? number).join('')));
      const joints = tally.list().reduce((sum, { count }) => sum + count, 0);
      expect(lines.length - got.length).toBe(joints);
      expect(issues.some(({ code }) => code === 'text/rejoined')).toBe(joints > 0);
      if (joints > 0) joinedTexts++;
    }),
    { numRuns: 500 },
  );
  expect(joinedTexts).toBeGreaterThan(50);
});

describe('lines that end anywhere', () => {
  const sentence =
    '今年以来全市坚持依法行政，深化“放管服”改革，完善重大行政决策程序，严格规范公正文明执法，全面推进政务公开，有效化解行政争议。';
  const paragraphs = Array.from({ length: 9 }, (_, at) => `${'一二三四五六七八九'.charAt(at)}是${sentence}`);
  const cut = (paragraph: string, at: number): string[] => {
    const end = 22 + ((at * 7) % 13);
    return [paragraph.slice(0, end), paragraph.slice(end)];
  };
  const read = (lines: readonly string[]): string[] =>
    rejoinedLines(
      lines.map((text, at) => ({ kind: 'text', number: at + 1, text })),
      new RuleTally(),
    ).lines.map(({ text }) => compact(text));

  it('are joined where every paragraph is indented', () => {
    const lines = paragraphs.flatMap((paragraph, at) => {
      const [first = '', rest = ''] = cut(paragraph, at);
      return [`      ${first}`, `  ${rest}`];
    });
    expect(read(lines)).toEqual(paragraphs);
  });

  it('are joined where blank lines part paragraphs', () => {
    const lines = paragraphs.flatMap((paragraph, at) => [...cut(paragraph, at), '']);
    expect(read(lines).filter((line) => line !== '')).toEqual(paragraphs);
  });

  it('stay where nothing tells where paragraphs begin', () => {
    const lines = paragraphs.flatMap(cut);
    expect(read(lines)).toEqual(lines.map(compact));
  });
});
