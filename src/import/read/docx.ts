import { strFromU8, unzipSync } from 'fflate';
import type { Issue } from '../../archive/issue.ts';
import { type Reading, UnreadableInput } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { docxLines } from './docx-lines.ts';
import { docxNumbering } from './docx-numbering.ts';

/** Bounds against archives that unfold into more than any report needs. */
const mostEntries = 5_000;
const mostPartBytes = 64 * 1024 * 1024;
const mostRatio = 300;

const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml'] as const;

/** The XML parts of a Word file that hold text. Throws `UnreadableInput` on other archives and beyond the bounds. */
function wordParts(bytes: Uint8Array): Map<string, string> {
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
  if (!files['word/document.xml']) {
    throw new UnreadableInput(
      'input/not-docx',
      '压缩包里没有 Word 正文（word/document.xml）',
      '确认文件类型；解压后导入其中的文件',
    );
  }
  return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

/** Reads a Word file (.docx): paragraphs, tables, footnotes; numbers that Word counts itself are written out. */
export function readDocx(bytes: Uint8Array): Reading {
  const xml = wordParts(bytes);
  const issues: Issue[] = [];
  const numbering = docxNumbering(xml.get('word/numbering.xml') ?? '', xml.get('word/styles.xml') ?? '');
  const lines = docxLines(xml.get('word/document.xml') ?? '', xml.get('word/footnotes.xml') ?? '', numbering, issues);
  return { format: 'docx', lines, meta: [], issues, tally: new RuleTally() };
}
