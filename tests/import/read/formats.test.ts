import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import type { Reading } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { type Recognition, recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody } from '../../../src/import/write/draft.ts';
import { hedong, jixi } from '../five-expectations.ts';
import { madeDocx, madeHtml, madePdf } from '../made-files.ts';
import { recognisedFacts } from '../recognised-facts.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));

const recognised = (reading: Reading): Recognition => recognition(reading, names, [], {}, '2026-01-01');

/** Lines of a capture that are the report's own, with its title first where it has one. */
function ownLines(sha256: string, first: number, last: number): string[] {
  const lines = readFileSync(`content/sources/${sha256}.txt`, 'utf8').split('\n');
  return lines
    .slice(first - 1, last)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** GB18030 by Node's own tables: every two-byte code decoded once, turned round. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  const bytes = [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point < 0x80 ? [point] : [...(codes.get(character) ?? [0x3f])];
  });
  return Uint8Array.from(bytes);
}

const letters = (found: Recognition): string => draftBody(found).replace(/\s/g, '');
const outlineOf = (found: Recognition): string[] =>
  found.headings.map(({ depth, text, runsIn }) => `${depth} ${runsIn} ${text}`);
describe.each([
  ['河东区司法局，无标题', ownLines(hedong.sha256, 1, 24), null],
  [
    '绩溪县，有标题',
    ownLines(jixi.sha256, 9, 86).filter((line) => !/^(?:发布时间|【字体)/.test(line)),
    '绩溪县2023年度法治政府建设工作情况报告',
  ],
] as const)('the same report in every format: %s', async (_, lines, title) => {
  const text = recognised(await readCapture(Buffer.from(lines.join('\n')), 'a.txt'));
  const body = title === null ? lines : lines.slice(1);
  const others: readonly (readonly [string, Uint8Array, string])[] = [
    ['HTML in UTF-8', Buffer.from(madeHtml(body, title, 'utf-8')), 'a.html'],
    ['HTML in GB18030 that says gb2312', inGb18030(madeHtml(body, title, 'gb2312')), 'a.html'],
    ['docx', madeDocx(lines), 'a.docx'],
    ['PDF', madePdf(lines), 'a.pdf'],
  ];

  it.each(others)('%s', async (_format, bytes, name) => {
    const found = recognised(await readCapture(bytes, name));
    expect(letters(found)).toBe(letters(text));
    expect(outlineOf(found)).toEqual(outlineOf(text));
    expect(recognisedFacts(found)).toEqual(recognisedFacts(text));
  });
});

function madeZip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A document that unfolds a thousandfold. */
const bomb = (): Uint8Array => madeZip({ 'word/document.xml': ' '.repeat(80 * 1024 * 1024) });

describe('what cannot be read is refused with what to do', () => {
  const refusals: readonly (readonly [string, Uint8Array, string])[] = [
    ['input/empty', Uint8Array.of(), 'a.txt'],
    ['input/doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'a.doc'],
    ['input/not-docx', madeZip({ 'a.txt': 'x' }), 'a.docx'],
    ['input/ofd', madeZip({ 'OFD.xml': '<x/>', 'Doc_0/Document.xml': '<x/>' }), 'a.ofd'],
    ['input/docx-broken', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), 'a.docx'],
    ['input/pdf-broken', Buffer.from('%PDF-1.4 nothing'), 'a.pdf'],
    ['input/scan', madePdf(['']), 'a.pdf'],
    ['input/rtf', Buffer.from('{\\rtf1 x}'), 'a.rtf'],
    ['input/image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a.jpg'],
    ['input/binary', Buffer.from('a\u0000b'), 'a.txt'],
    ['input/too-deep', Buffer.from(`<html><body>${'<div>'.repeat(5000)}`), 'a.html'],
    ['input/zip-bomb', bomb(), 'a.docx'],
  ];
  it.each(refusals)('%s', async (code, bytes, name) => {
    await expect(readCapture(bytes, name)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\S/) });
  });
});
