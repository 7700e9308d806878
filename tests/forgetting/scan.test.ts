import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deflate } from '../../src/build/search-compression.ts';
import { folderScan } from '../../src/forgetting/scan.ts';
import { type SoughtText, soughtText } from '../../src/forgetting/sought-text.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { compareText } from '../../src/text/order.ts';
import { madeDocx, madePdf } from '../import/made-files.ts';
import { inventedDocument } from '../search/invented-documents.ts';
import { type MemoryBuild, memoryBuild } from '../search/memory-index.ts';

const name = '王玲';
const sought = (text: string): SoughtText[] => {
  const found = soughtText(text);
  if (!found) throw new Error(`too short: ${text}`);
  return [found];
};
const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const page = (inner: string): string => `<!doctype html><p id="p-1">本局${inner}同志到会。</p>`;
/** As ranked search writes its fragments and its index: a mark, then JSON or CBOR, whose texts bear their lengths before them. */
const pagefind = (content: Uint8Array | string): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(content)]));
const cbor = (words: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x82, 0x98, words.length]),
    ...words.map((word) => Buffer.concat([Buffer.from([0x82, 0x60 + Buffer.byteLength(word)]), Buffer.from(word)])),
    Buffer.from([0x19, 0xff, 0xfe]),
  ]);
const capture = 'c'.repeat(64);
const mail = (body: string, encoding: string): string =>
  `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every kind of file that content, cache and site are made of, as it is with some words in it. */
const kinds: readonly (readonly [string, (words: string) => string | Uint8Array])[] = [
  ['reports/14/140404/2024.md', (words) => `---\ntitle: 虚构\n---\n\n**一是**${words}同志。\n`],
  ['index.html', page],
  ['meta.html', (words) => `<meta name="citation_author" content="${words}"><p>虚构</p>`],
  ['comment.html', (words) => `<!-- ${words} --><p>虚构</p>`],
  ['export.csv', (words) => `title,issuer\n虚构,${words}\n`],
  ['export.json', (words) => JSON.stringify([{ title: `虚构${words}` }])],
  ['ascii.json', (words) => JSON.stringify(words).replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`)],
  ['share.html', (words) => `<a href="/search/?q=${encodeURIComponent(words)}">检索</a>`],
  ['little.txt', (words) => utf16(`\ufeff虚构，${words}。\n`)],
  ['big.txt', (words) => utf16(`虚构，${words}。\n`, true)],
  ['odd.bin', (words) => Buffer.concat([Buffer.from([7]), utf16(words)])],
  ['index.html.gz', (words) => gzipSync(page(words))],
  ['index.html.br', (words) => brotliCompressSync(page(words))],
  ['two-layers.gz', (words) => gzipSync(gzipSync(page(words)))],
  ['deflated.bin', (words) => deflateSync(page(words))],
  ['pagefind/34/fragment/zh_1.pf_fragment', (words) => pagefind(JSON.stringify({ content: `虚构\u200b${words}` }))],
  ['pagefind/34/index/zh_1.pf_index', (words) => pagefind(cbor(['虚构', words, '同志']))],
  ['data.zip', (words) => zipSync({ 'a/b.txt': strToU8(words) })],
  [`sources/${'a'.repeat(64)}.docx`, (words) => madeDocx(['虚构', words])],
  [`sources/${'b'.repeat(64)}.pdf`, (words) => madePdf(Array(9).fill(`虚构的报告，本局${words}同志到会。`))],
  [`sources/${capture}.mht.txt`, (words) => mail(Buffer.from(page(words)).toString('base64'), 'base64')],
  [
    'picture.svg',
    (words) => `<image href="data:text/plain;base64,${Buffer.from(`虚构，${words}`).toString('base64')}"/>`,
  ],
];

test.for(kinds)('a name in %s is found, and nothing where there is none', async ([path, made]) => {
  put('other/untouched.html', page('某某'));
  put(path, made('李明'));
  expect(await folderScan(folder, sought(name))).toEqual({ folder, files: 2, found: [], unreadable: [] });
  put(path, made(name));
  expect(await folderScan(folder, sought(name))).toEqual({ folder, files: 2, found: [path], unreadable: [] });
});

test.for([
  '王 玲',
  '王　玲',
  '王\u200b玲',
  '王\n玲',
  '王<b>玲</b>',
  '王 <b>玲</b>',
  '王&#29618;',
  '王&#x73b2;',
  '&#29579;&nbsp;&#29618;',
  '王<br>玲',
  '王<!-- 一 -->玲',
  '王**玲**',
  '=E7=8E=8B=\n=E7=8E=B2',
  '王\uf9ad',
])('%j is the name', async (form) => {
  put('a.html', page(form));
  expect((await folderScan(folder, sought(name)))?.found).toEqual(['a.html']);
});

test('a traditional form is the name, and in GB18030 and Big5 too', async () => {
  put('a.html', page('張麗'));
  put('gb.txt', Uint8Array.from([0xd5, 0xc5, 0xc0, 0xf6, 0xa1, 0xa3]));
  put('big5.txt', Uint8Array.from([0xb1, 0x69, 0xc4, 0x52, 0xa1, 0x43]));
  expect((await folderScan(folder, sought('张丽')))?.found).toEqual(['a.html', 'big5.txt', 'gb.txt']);
});

test.for(['国王</p><p>玲珑', '国王\n\n玲珑', '<td>王</td><td>玲</td>', '王、玲'])('%j is not', async (form) => {
  put('a.html', page(form));
  expect((await folderScan(folder, sought(name)))?.found).toEqual([]);
});

test('a name in the name of a file is found', async () => {
  put(`pages/${name}.html`, '虚构');
  expect((await folderScan(folder, sought(name)))?.found).toEqual([`pages/${name}.html`]);
});

test('what cannot be opened is said, not passed over', async () => {
  put('cut.gz', gzipSync(page('虚构')).subarray(0, 20));
  expect(await folderScan(folder, sought(name))).toMatchObject({ found: [], unreadable: ['cut.gz'] });
});

test('a folder that is not there is none, and too short a text is refused', async () => {
  expect(await folderScan(join(folder, 'nowhere'), sought(name))).toBeNull();
  expect([soughtText('王'), soughtText(' 王\u3000'), soughtText('')]).toEqual([null, null, null]);
});

describe('the exact index', () => {
  const random = randomNumbers(21);
  const documents = Array.from({ length: 45 }, (_, i) => inventedDocument(random, i));
  documents.sort((a, b) => compareText(a.id, b.id));
  const withName = (words: string, at = 7): SearchDocument[] =>
    documents.map((document, i) => (i === at ? { ...document, title: `本局${words}同志` } : document));
  const write = (files: ReadonlyMap<string, Uint8Array>): void => {
    for (const [file, bytes] of files) put(join('search-index', file), bytes);
  };
  /** Packed as the archive packs it, for what is read without its start is told by that. */
  const archiveBuild = (held: readonly SearchDocument[], before: MemoryBuild | null = null): Promise<MemoryBuild> =>
    memoryBuild(held, { before, deflate });
  const found = async (): Promise<string[]> => {
    const scan = await folderScan(folder, sought(name));
    expect(scan?.unreadable).toEqual([]);
    return [...new Set(scan?.found.map((file) => file.replace(/^search-index\/|-[0-9a-f]+\.bin$/g, '')))];
  };

  test('holds it in texts and blocks, and nothing else of it', async () => {
    write((await archiveBuild(withName('李明'))).files);
    expect((await folderScan(folder, sought(name)))?.found).toEqual([]);
    rmSync(join(folder, 'search-index'), { recursive: true });
    write((await archiveBuild(withName(name))).files);
    expect(await found()).toEqual(['blocks', 'texts']);
  });

  test('holds it in a report that no longer counts', async () => {
    const before = await archiveBuild(withName(name));
    const removed = await archiveBuild(withName('某某'), before);
    expect(removed.result.built).toBe('delta');
    write(removed.files);
    expect(await found()).toEqual(['blocks', 'texts']);
  });

  test('holds it in a segment that its start no longer names', async () => {
    const { files } = await archiveBuild(withName(name));
    write((await archiveBuild(documents)).files);
    const old = [...files].filter(([file]) => /^(?:texts|reports)-/.test(file));
    for (const [file, bytes] of old) put(join('search-index', file), bytes);
    expect(await found()).toEqual(['texts']);
  });

  test('is said to be unreadable where a pack is damaged or its alphabet is gone', async () => {
    const { files } = await archiveBuild(documents);
    const [pack = '', bytes = new Uint8Array()] = [...files].find(([file]) => file.startsWith('texts-')) ?? [];
    put(join('search-index', pack), bytes);
    expect((await folderScan(folder, sought(name)))?.unreadable).toEqual([join('search-index', pack)]);
  });
});

test('what Git keeps is not told among the files: its history is told of apart', async () => {
  put('.git/objects/af/347c', name);
  put('a/.git/HEAD', name);
  put('a/git.txt', name);
  expect(await folderScan(folder, sought(name))).toMatchObject({ files: 1, found: ['a/git.txt'] });
});
