import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody } from '../../../src/import/write/draft.ts';
import { hedong, jixi } from '../five-expectations.ts';
import { recognisedFacts } from '../recognised-facts.ts';

/** Files that LibreOffice and Chromium wrote; how is said in the folder's README. */
const folder = 'tests/fixtures/office';
const names = new RegionNames(regionTree(readRegionRegister('content').regions));

function ownLines(sha256: string, first: number, last: number): string[] {
  return readFileSync(`content/sources/${sha256}.txt`, 'utf8')
    .split('\n')
    .slice(first - 1, last)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:发布时间|【字体)/.test(line));
}

async function imported(bytes: Uint8Array, name: string) {
  const found = recognition(await readCapture(bytes, name), names, [], {}, '2026-01-01');
  return {
    // Spaces but not paragraphs: PDF programs set spaces of their own.
    paragraphs: draftBody(found)
      .split('\n\n')
      .map((paragraph) => paragraph.replace(/\s/g, '')),
    outline: found.headings.map(({ depth, restored, runsIn }) => `${depth} ${runsIn} ${restored.replace(/\s/g, '')}`),
    facts: recognisedFacts(found),
    rules: new Map(found.tally.list().map(({ rule, count }) => [rule, count])),
    issues: found.issues.map(({ code }) => code),
  };
}

const jixiLines = ownLines(jixi.sha256, 9, 86);
const hedongLines = ownLines(hedong.sha256, 1, 24);

describe.each([
  ['jixi-libreoffice.docx', jixiLines],
  ['hedong-libreoffice.docx', hedongLines],
  ['hedong-libreoffice.pdf', hedongLines],
  ['jixi-head-chromium.pdf', jixiLines.slice(0, 4)],
] as const)('%s', (file, lines) => {
  it('gives the paragraphs, outline, record and issues of the text', async () => {
    const wanted = await imported(Buffer.from(lines.join('\n')), 'a.txt');
    const got = await imported(readFileSync(`${folder}/${file}`), file);
    expect(got.paragraphs).toEqual(wanted.paragraphs);
    expect(got.outline).toEqual(wanted.outline);
    expect(got.facts).toEqual(wanted.facts);
    expect(got.issues).toEqual(wanted.issues);
  });
});

it('logs what a PDF program had put in other letters’ place, and the spaces that it set', async () => {
  const chromium = await imported(readFileSync(`${folder}/jixi-head-chromium.pdf`), 'a.pdf');
  expect([...chromium.rules.keys()]).toEqual(
    expect.arrayContaining(['character/radical', 'character/horizontal-bar', 'page/number']),
  );
  const libreoffice = await imported(readFileSync(`${folder}/hedong-libreoffice.pdf`), 'a.pdf');
  expect(libreoffice.rules.get('page/number')).toBe(7);
  expect(libreoffice.rules.get('page/running-head')).toBe(7);
  expect(libreoffice.rules.get('space/set')).toBeGreaterThan(50);
});
