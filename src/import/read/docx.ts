import { unzipSync } from 'fflate';
import type { Issue } from '../../archive/issue.ts';
import { type Reading, UnreadableInput } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { docxLines } from './docx-lines.ts';
import { docxNumbering } from './docx-numbering.ts';
import type { XmlPart } from './xml-tokens.ts';

/** Bounds against archives that unfold into more than any report needs. */
const mostEntries = 5_000;
const mostPartBytes = 64 * 1024 * 1024;
const mostRatio = 300;

const parts = [
  'word/document.xml',
  'word/numbering.xml',
  'word/styles.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
] as const;

/** Encodings by how a text in them begins, with and without a mark; all other XML says itself what it is in. */
const openings: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** A part's text. Throws `UnreadableInput` where its bytes are not in the encoding that it declares. */
function partText(name: string, bytes: Uint8Array): string {
  const opening = openings.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0];
  // A declaration that can be read as it stands is in no UTF-16, though some programs write so.
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*(["'])(?!utf-16)([\w.-]+)\1/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[2];
  const encoding = opening ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableInput(
      'input/docx-xml',
      `${name} 的文字编码不是它所说的 ${encoding}，或已损坏`,
      '原件可能没有下载完整；重新下载，或在 Word 中打开、另存为 .docx 后再导入',
    );
  }
}

/** The XML parts of a Word file that hold text. Throws `UnreadableInput` on other archives and beyond the bounds. */
function wordParts(bytes: Uint8Array): (name: (typeof parts)[number]) => XmlPart | null {
  const names: string[] = [];
  let refusal: UnreadableInput | null = null;
  let files: Record<string, Uint8Array> = {};
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name);
        const isWanted = parts.some((part) => part === name);
        if (
          names.length > mostEntries ||
          (isWanted && (originalSize > mostPartBytes || originalSize > mostRatio * Math.max(1024, size)))
        ) {
          refusal ??= new UnreadableInput(
            'input/zip-bomb',
            `压缩包展开后过大：${name} 有 ${originalSize} 字节`,
            '这不像一份 Word 文档；另存为 .docx 或 .txt 后再导入',
          );
        }
        return isWanted && refusal === null;
      },
    });
  } catch {
    throw new UnreadableInput(
      'input/docx-broken',
      '压缩包损坏或已加密，无法打开',
      '在 Word 中去掉密码、另存为 .docx 后再导入',
    );
  }
  if (refusal !== null) throw refusal;
  if (names.some((name) => /^OFD\.xml$/i.test(name))) {
    throw new UnreadableInput(
      'input/ofd',
      '这是 OFD 版式文件，尚不能读取',
      '用阅读器另存为 .docx、.pdf 或 .txt 后再导入',
    );
  }
  return (name) => {
    const content = files[name];
    return content ? { name, text: partText(name, content) } : null;
  };
}

/**
 * Reads a Word file (.docx): paragraphs, tables, notes; numbers that Word counts itself are written out. Throws
 * `UnreadableInput` where the archive or one of its parts is broken: nothing is read by halves.
 */
export function readDocx(bytes: Uint8Array): Reading {
  const part = wordParts(bytes);
  const body = part('word/document.xml');
  if (!body) {
    throw new UnreadableInput(
      'input/not-docx',
      '压缩包里没有 Word 正文（word/document.xml）',
      '确认文件类型；解压后导入其中的文件',
    );
  }
  const issues: Issue[] = [];
  const numbering = docxNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  const notes = [part('word/footnotes.xml'), part('word/endnotes.xml')].filter((found) => found !== null);
  const read = docxLines({ body, notes }, numbering, issues);
  return { format: 'docx', ...read, meta: [], issues, tally: new RuleTally() };
}
