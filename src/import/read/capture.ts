import { type LeftPiece, type Reading, UnreadableInput } from '../lines/reading.ts';
import { widgetTailAt } from '../lines/widgets.ts';
import { readDocx } from './docx/docx.ts';
import { readHtml } from './html/html.ts';
import { readMht } from './html/mht.ts';
import { readWarc } from './html/warc.ts';
import { readPdf } from './pdf/pdf.ts';
import { readText } from './text/text.ts';

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Whether bytes that are no other format are a page: by name, or by what they begin with. */
function isHtml(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:html?|shtml|xhtml|aspx|jsp|php)$/i.test(name)) return true;
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 2048))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return /^(?:<!doctype html|<html[\s>]|<head[\s>])/i.test(head);
}

/** Whether bytes are a page saved whole in one file: mail headers, one of which says that parts belong together. */
function isMht(bytes: Uint8Array, name: string): boolean {
  const decoded = (length: number): string =>
    new TextDecoder('latin1').decode(bytes.subarray(0, length)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (!/^[A-Za-z][\w-]{1,40}:[ \t]/.test(decoded(64))) return false;
  const head = decoded(8192);
  const type = /^content-type:\s*([\w/+-]+)/im.exec(head)?.[1]?.toLowerCase();
  return type === 'multipart/related' || (type !== undefined && /\.mht(?:ml)?$/i.test(name));
}

/** Letters and lines of an input, whatever its format; the longest reports have a tenth of them. */
const mostLetters = 500_000;
const mostLines = 10_000;

const refused = (code: `${string}/${string}`, message: string, hint: string): UnreadableInput =>
  new UnreadableInput(code, message, hint);

async function readByBytes(bytes: Uint8Array, name: string): Promise<Reading> {
  if (bytes.length === 0) throw refused('input/empty', '文件是空的', '重新采集');
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refused(
      'input/doc',
      '这是旧式 Word 文件（.doc、.wps）或加密的 Office 文件',
      '用 Word 或 LibreOffice 去掉密码，另存为 .docx 后再导入',
    );
  }
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readDocx(bytes);
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return readPdf(bytes);
  if (begins(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    throw refused('input/rtf', '这是 RTF 文件', '用 Word 另存为 .docx 后再导入');
  if (begins(bytes, [0x52, 0x61, 0x72, 0x21]) || begins(bytes, [0x37, 0x7a, 0xbc, 0xaf])) {
    throw refused('input/archive', '这是压缩包', '解压后导入其中的文件');
  }
  const isImage =
    begins(bytes, [0xff, 0xd8, 0xff]) || begins(bytes, [0x89, 0x50, 0x4e, 0x47]) || begins(bytes, [0x47, 0x49, 0x46]);
  if (isImage) throw refused('input/image', '这是图片', '先作文字识别（OCR）并校对，存为 .txt 后再导入');
  if (begins(bytes, [0x57, 0x41, 0x52, 0x43, 0x2f]) || /\.warc(?:\.gz)?$/i.test(name)) return readWarc(bytes);
  if (begins(bytes, [0x1f, 0x8b])) throw refused('input/archive', '这是压缩包', '解压后导入其中的文件');
  if (isMht(bytes, name)) return readMht(bytes);
  return isHtml(bytes, name) ? readHtml(bytes) : readText(bytes);
}

/** Widgets that were glued to the ends of lines stand in no line; where they stood is kept. */
function withoutWidgetTails(reading: Reading): Reading {
  const left: LeftPiece[] = [];
  const lines = reading.lines.map((line) => {
    const at = line.kind === 'text' && line.cells === undefined ? widgetTailAt(line.text) : null;
    if (at === null || line.kind !== 'text') return line;
    left.push({ text: line.text.slice(at), rule: 'chrome/widget', line: line.number });
    return { ...line, text: line.text.slice(0, at) };
  });
  return left.length === 0 ? reading : { ...reading, lines, left: [...reading.left, ...left] };
}

/** Reads an input by what its bytes are; its name decides only between text and HTML. Throws `UnreadableInput`. */
export async function readCapture(bytes: Uint8Array, name: string): Promise<Reading> {
  const reading = await readByBytes(bytes, name);
  const { letters, lines } = reading;
  if (lines.length > mostLines || letters > mostLetters)
    throw refused(
      'input/too-large',
      `有 ${lines.length} 行 ${letters} 字，超过 ${mostLines} 行或 ${mostLetters} 字`,
      '这不像一份报告；拆出其中的报告再导入',
    );
  return withoutWidgetTails(reading);
}
