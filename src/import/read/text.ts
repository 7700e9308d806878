import { letterCount } from '../lines/layout-space.ts';
import { type Reading, type TextLine, UnreadableInput } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { decodedText } from './decoded-text.ts';
import { rejoinedLines } from './rejoined-lines.ts';

/** Lines and characters of a line that are read at most. */
const mostLines = 100_000;
const longestLine = 200_000;

/** Reads a plain text: one block a line, whatever ends it (LF, CRLF, CR, U+2028); lines cut at a width are rejoined. */
export function readText(bytes: Uint8Array): Reading {
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
  return { format: 'txt', letters: letterCount(text), left: [], ...rejoinedLines(numbered, tally), meta: [], tally };
}
