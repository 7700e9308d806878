import type { Issue } from '../../../archive/issue.ts';
import { importIssue } from '../../lines/issue.ts';
import { letterCount } from '../../lines/layout-space.ts';
import { sentenceCount } from '../../lines/prose.ts';
import type { LeftPiece } from '../../lines/reading.ts';
import { type XmlPart, xmlTokens } from './xml-tokens.ts';

/** What is no letter of a paragraph, or the same letters in another form. */
const unread = new Set(['mc:Fallback', 'w:del', 'w:moveFrom']);

/** The words of a part, one text for each paragraph that has any; of comments, one for each comment. */
function words(part: XmlPart): string[] {
  const found: string[] = [];
  const isComments = /comments/.test(part.name);
  let now = '';
  let isText = false;
  let skipping = 0;
  for (const token of xmlTokens(part)) {
    if (token.kind === 'text') {
      if (isText && skipping === 0) now += token.text;
      continue;
    }
    isText = token.kind === 'open' && token.name === 'w:t';
    if (unread.has(token.name)) skipping += token.kind === 'open' ? 1 : -1;
    if (token.kind !== 'close' || token.name !== (isComments ? 'w:comment' : 'w:p')) continue;
    if (now.trim() !== '') found.push(now.trim());
    now = '';
  }
  return found;
}

/** What stands beside a Word file's text and is none of it: which parts, and the number of the text's last line. */
interface BesideText {
  readonly headers: readonly XmlPart[];
  readonly footers: readonly XmlPart[];
  readonly comments: readonly XmlPart[];
  readonly lastLine: number;
}

/**
 * Headers, footers and comments, all left out: their letters, the pieces, and an issue where there are comments, or
 * headers and footers that hold sentences. Throws `UnreadableInput` where a part is not well-formed.
 */
export function besideText({ headers, footers, comments, lastLine }: BesideText): {
  letters: number;
  left: LeftPiece[];
  issues: Issue[];
} {
  const issues: Issue[] = [];
  const pieces = (parts: readonly XmlPart[], rule: string, line: number): LeftPiece[] =>
    parts.flatMap(words).map((text) => ({ text, rule, line }));
  const around = [...pieces(headers, 'docx/header', 1), ...pieces(footers, 'docx/footer', lastLine + 1)];
  const said = around.filter(({ text }) => sentenceCount(text) > 0).map(({ text }) => text);
  for (const text of new Set(said)) issues.push(importIssue('text/header', null, text));
  const noted = pieces(comments, 'docx/comment', lastLine + 1);
  if (noted.length > 0) {
    const quotes = noted.map(({ text }) => `“${text}”`).join('');
    issues.push(importIssue('text/comments', null, `${noted.length} 条：${quotes}`));
  }
  const left = [...around, ...noted];
  return { letters: left.reduce((sum, { text }) => sum + letterCount(text), 0), left, issues };
}
