import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCapture } from '../../../src/import/read/capture.ts';
import { importedPage, paragraphElements, reportParagraphs, reportTitle } from './imported-page.ts';

const page = (charset: string): string =>
  `<html><head><meta charset="${charset}"><title>${reportTitle}</title></head><body><h1>${reportTitle}</h1><div>发布日期：2024-02-26</div><div id="zoom">${paragraphElements(reportParagraphs)}</div><iframe src="cid:frame@x"></iframe></body></html>`;
const frame = '<html><body>广告</body></html>';

const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e || byte < 0x20
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/((?:=[0-9A-F]{2}|[^=]){24})/g, '$1=\r\n');

const part = (headers: readonly string[], content: string): string =>
  `------b42\r\n${headers.join('\r\n')}\r\n\r\n${content}\r\n`;
const mht = (headers: readonly string[], parts: readonly string[]): Buffer =>
  Buffer.from(`${headers.join('\r\n')}\r\n\r\n${parts.join('')}------b42--\r\n`, 'latin1');

const browserHeaders = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://www.example.gov.cn/art/2024/2/26/art_1.html',
  'Subject: =?utf-8?Q?x?=',
  'Date: Mon, 4 Mar 2024 23:30:00 +0800',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b42"',
];

describe('a page saved in one file (MHTML)', () => {
  const html = ['Content-Type: text/html', 'Content-Location: https://www.example.gov.cn/art/2024/2/26/art_1.html'];
  it.each([
    [
      'quoted-printable',
      mht(browserHeaders, [
        part([...html, 'Content-Transfer-Encoding: quoted-printable'], quoted(Buffer.from(page('utf-8')))),
        part(['Content-Type: text/html', 'Content-Transfer-Encoding: base64'], Buffer.from(frame).toString('base64')),
      ]),
    ],
    [
      'base64, named as the start',
      mht(
        [...browserHeaders.slice(0, 5), 'Content-Type: multipart/related; boundary="----b42"; start="<root@x>"'],
        [
          part(['Content-Type: text/html', 'Content-ID: <frame@x>'], frame.replace('广告', 'ad')),
          part(
            [...html, 'Content-ID: <root@x>', 'Content-Transfer-Encoding: base64'],
            Buffer.from(page('utf-8')).toString('base64'),
          ),
        ],
      ),
    ],
  ])('in %s gives the page’s own text, address and day', async (_, bytes) => {
    const { reading, shown, found, isWhole } = await importedPage(bytes, 'page.mht');
    expect(shown).toEqual(reportParagraphs);
    expect(found.title).toBe(reportTitle);
    expect(found.published?.day.value).toBe('2024-02-26');
    expect(reading).toMatchObject({
      format: 'mht',
      address: 'https://www.example.gov.cn/art/2024/2/26/art_1.html',
      captured: '2024-03-04',
    });
    expect(isWhole).toBe(true);
  });

  it('follows the charset that the part is said to have', async () => {
    const big5 = Buffer.from([0xaa, 0x6b, 0xaa, 0x76, 0xac, 0x46, 0xa9, 0xb2]);
    const bytes = mht(browserHeaders, [
      part(
        ['Content-Type: text/html; charset="big5"', 'Content-Transfer-Encoding: base64'],
        Buffer.concat([Buffer.from('<p>'), big5, Buffer.from('</p>')]).toString('base64'),
      ),
    ]);
    expect((await readCapture(bytes, 'a.mhtml')).lines).toMatchObject([{ text: '法治政府' }]);
  });

  it('refuses one without a page', async () => {
    const bytes = mht(browserHeaders, [part(['Content-Type: image/png'], 'x')]);
    await expect(readCapture(bytes, 'a.mht')).rejects.toMatchObject({
      code: 'input/mht',
      hint: expect.stringMatching(/\S/),
    });
  });
});

const record = (type: string, headers: readonly string[], block: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`WARC/1.1\r\nWARC-Type: ${type}\r\n${headers.join('\r\n')}\r\nContent-Length: ${block.length}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
const answer = (status: string, headers: readonly string[], body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`), body]);
const chunked = (body: Buffer): Buffer => {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; at += 700) {
    const chunk = body.subarray(at, at + 700);
    chunks.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
};

describe('a file of records (WARC)', () => {
  const at = ['WARC-Target-URI: https://www.example.gov.cn/b.html', 'WARC-Date: 2024-03-05T01:02:03Z'];
  const body = Buffer.from(page('utf-8'));
  const first = [
    record('warcinfo', ['WARC-Date: 2024-03-01T00:00:00Z'], Buffer.from('software: x\r\n')),
    record('request', at, Buffer.from('GET /b.html HTTP/1.1\r\n\r\n')),
    record('response', at, answer('301 Moved', ['Content-Type: text/html'], Buffer.from('moved'))),
    record('response', at, answer('200 OK', ['Content-Type: image/png'], Buffer.from('png'))),
  ];
  const withPage = (headers: readonly string[], content: Buffer): Buffer[] => [
    ...first,
    record('response', at, answer('200 OK', ['Content-Type: text/html; charset=utf-8', ...headers], content)),
    record(
      'response',
      ['WARC-Target-URI: https://www.example.gov.cn/c.html', ...at.slice(1)],
      answer('200 OK', ['Content-Type: text/html'], Buffer.from(frame)),
    ),
  ];
  it.each([
    ['plain', Buffer.concat(withPage([], body)), 'a.warc'],
    ['record by record packed', Buffer.concat(withPage([], body).map((one) => gzipSync(one))), 'a.warc.gz'],
    [
      'sent in pieces and packed',
      Buffer.concat(
        withPage(['Transfer-Encoding: chunked', 'Content-Encoding: br'], chunked(brotliCompressSync(body))),
      ),
      'a.warc',
    ],
    ['said to be packed, recorded unpacked', Buffer.concat(withPage(['Content-Encoding: gzip'], body)), 'a'],
  ])('%s gives its first page, with address and day', async (_, bytes, name) => {
    const { reading, shown, isWhole } = await importedPage(bytes, name);
    expect(shown).toEqual(reportParagraphs);
    expect(reading).toMatchObject({
      format: 'warc',
      address: 'https://www.example.gov.cn/b.html',
      captured: '2024-03-05',
    });
    expect(isWhole).toBe(true);
  });

  it.each([
    ['no page', Buffer.concat(first), 'a.warc'],
    ['broken packing', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(40, 7)]), 'a.warc.gz'],
    ['more than is unpacked at most', gzipSync(Buffer.alloc(100 * 1024 * 1024)), 'a.warc.gz'],
    ['a length that is none', Buffer.from('WARC/1.0\r\nContent-Length: x\r\n\r\n'), 'a.warc'],
  ])('refuses %s', async (_, bytes, name) => {
    await expect(readCapture(bytes, name)).rejects.toMatchObject({
      code: 'input/warc',
      hint: expect.stringMatching(/\S/),
    });
  });
});
