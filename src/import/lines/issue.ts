import type { Issue } from '../../archive/issue.ts';
import { type ImportIssueCode, importIssueKind } from './issue-kinds.ts';

/** Longest quotation of an input in a message, in characters. */
const longestQuote = 80;

/** An issue that an import found; what it says comes from the table of kinds, `quote` is what stands there. */
export function importIssue(code: ImportIssueCode, line: number | null, quote: string): Issue {
  const { severity, message, hint } = importIssueKind(code);
  const words = quote.trim();
  const short = words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words;
  return { code, severity, file: null, line, message: short === '' ? message : `${message}：${short}`, hint };
}
