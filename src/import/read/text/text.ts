import { compact, letterCount } from '../../lines/layout-space.ts';
import { writtenAddress } from '../../lines/page-address.ts';
import { pageNumberLines } from '../../lines/page-number.ts';
import { type LeftPiece, type Reading, type TextLine, UnreadableInput } from '../../lines/reading.ts';
import { RuleTally } from '../../lines/rule-tally.ts';
import { decodedText } from './decoded-text.ts';
import { withoutMarkdown } from './markdown-marks.ts';
import { rejoinedLines } from './rejoined-lines.ts';

/** Bytes of a text that are read at most; a report of the longest kind has some 200 kB. */
const mostBytes = 5 * 1024 * 1024;
/** Lines and characters of a line that are read at most. */
const mostLines = 10_000;
const longestLine = 200_000;

/**
 * Reads a plain text: one block a line, whatever ends it (LF, CRLF, CR, U+2028); lines cut at a width are rejoined. A
 * first line `URL: https://…` is the page's address. Throws `UnreadableInput` for what is no text or beyond the bounds.
 */
export function readText(bytes: Uint8Array): Reading {
  if (bytes.length > mostBytes) {
    throw new UnreadableInput(
      'input/too-large',
      `文本有 ${bytes.length} 字节，超过 ${mostBytes} 字节`,
      '这不像一份报告；拆出其中的报告再导入',
    );
  }
  const { text } = decodedText(bytes);
  if (text.includes('\u0000')) {
    throw new UnreadableInput(
      'input/binary',
      '文件含有空字节，不是文本',
      '确认文件类型；Word 文档存为 .docx，网页存为 .html',
    );
  }
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  if (lines.length > mostLines || lines.some(({ length }) => length > longestLine)) {
    throw new UnreadableInput(
      'input/too-large',
      `文本有 ${lines.length} 行，或有一行超过 ${longestLine} 字`,
      '这不像一份报告；拆出其中的报告再导入',
    );
  }
  const tally = new RuleTally();
  const numbered = lines.map((line, index): TextLine => ({ kind: 'text', number: index + 1, text: line }));
  const paged = pageNumberLines(lines);
  const left = [...paged].map((at): LeftPiece => ({ text: lines[at] ?? '', rule: 'page/number', line: at + 1 }));
  if (left.length > 0) tally.add('page/number', left.length);
  const unmarked = withoutMarkdown(numbered);
  for (const mark of unmarked?.marks ?? []) left.push({ ...mark, rule: 'text/markdown' });
  tally.add('text/markdown', unmarked?.marks.length ?? 0);
  const read = { format: 'txt', letters: letterCount(text), left, meta: [], tally } as const;
  const own = (unmarked?.lines ?? numbered).filter((_, at) => !paged.has(at));
  const first = own.find((line) => compact(line.text) !== '');
  const address = first ? writtenAddress(first.text) : null;
  if (!first || address === null) return { ...read, ...rejoinedLines(own, tally) };
  const { lines: joined, issues } = rejoinedLines(own.slice(own.indexOf(first) + 1), tally);
  return { ...read, lines: [first, ...joined], issues, address, addressLine: first.number };
}
