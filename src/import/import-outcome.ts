import type { Issue } from '../archive/issue.ts';
import type { Source } from '../archive/report-schema.ts';
import { importIssue } from './lines/issue.ts';
import type { LeftPiece } from './lines/reading.ts';
import { type ImportRecord, unreadRecord } from './write/record.ts';
import type { Stored } from './write/store-draft.ts';

/** What was read of an input, and the text made of it, for who looks at both; of tables the cells, row by row. */
export interface ImportedText {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** Pieces that stand in no line, by rule. */
  readonly left: readonly LeftPiece[];
  /** Lines that are not the report's own, by rule. */
  readonly excluded: Source['excluded'];
  readonly markdown: string;
  /** Regions that it may be of. */
  readonly candidates: readonly { readonly code: string; readonly name: string }[];
}

/** What became of one input: its record, what was (or would be) written, and the diff. */
export interface ImportOutcome {
  readonly record: ImportRecord;
  readonly state: Stored['state'];
  readonly diff: string;
  /** Only where it was asked for and the input could be read. */
  readonly text?: ImportedText;
  /** Where the program itself failed: its stack. */
  readonly fault?: string;
}

/** An input of which nothing was read; issues that name no file are its own. */
export function refusedOutcome(file: string, issues: readonly Issue[]): ImportOutcome {
  const own = issues.map((issue) => ({ ...issue, file: issue.file ?? file }));
  return { record: unreadRecord(file, own), state: 'refused', diff: '' };
}

/** A failure of the program in one file as its outcome, so that a run goes on. */
export function failedOutcome(file: string, error: unknown): ImportOutcome {
  const message = error instanceof Error ? error.message : String(error);
  const fault = error instanceof Error ? (error.stack ?? message) : message;
  return { ...refusedOutcome(file, [importIssue('program/failed', null, message)]), fault };
}
