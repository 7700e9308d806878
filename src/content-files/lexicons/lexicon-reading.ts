import type { z } from 'zod';
import { type Issue, issueText } from '../../archive/issue.ts';
import { type FieldForms, inChinese, schemaFaults } from '../schema-fault.ts';
import { registerFile, type TextFileArea } from '../text-file.ts';
import { yamlReading } from '../yaml-reading.ts';

/** A list in YAML that curators keep: which file it is, what its entries must be, and what else is wrong of them. */
export interface Lexicon<Entry> {
  readonly file: string;
  /** First part of the codes of its issues. */
  readonly area: TextFileArea;
  readonly schema: z.ZodType<Entry[]>;
  readonly forms: FieldForms;
  /** What to do where an entry breaks the schema. */
  readonly hint: string;
  /** What of sound entries cannot stand together. */
  readonly contradictions: (entries: readonly Entry[]) => Iterable<LexiconFault>;
}

/** A fault between entries; `at` is the one at fault, counting from 0. */
export interface LexiconFault {
  readonly at: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Entries of a lexicon, none where anything is wrong, and all that is. */
export interface LexiconReading<Entry> {
  readonly entries: Entry[];
  readonly issues: Issue[];
}

/** What each source of an entry must be, by its path in the entry. */
export const sourceForms: FieldForms = {
  '*.source': { wanted: ' kind、place、address、checked 各项' },
  '*.source.kind': { wanted: ' ', meanings: { official: '对照过原文', secondary: '转引' } },
  '*.source.place': { wanted: '在哪里读到' },
  '*.source.address': { wanted: '网址，以 http:// 或 https:// 开头；没有的整项删去' },
  '*.source.checked': { wanted: '核对的日期，如 "2026-11-25"' },
};

/** Reads a lexicon's text: `<area>/yaml`, `<area>/schema`, and what its contradictions are called. */
export function readLexicon<Entry>(text: string, lexicon: Lexicon<Entry>): LexiconReading<Entry> {
  const { file, area, schema, forms, hint, contradictions } = lexicon;
  const { data, faults, lineOf } = yamlReading(text);
  const error = { severity: 'error', file } as const;
  const issues = faults.map((fault): Issue => ({ ...error, code: `${area}/yaml`, ...fault }));
  const parsed = schema.safeParse(data ?? [], inChinese);
  if (!parsed.success)
    for (const { path, message, hint: todo } of schemaFaults(parsed.error, data, forms, hint))
      issues.push({ ...error, code: `${area}/schema`, line: lineOf(path), message, hint: todo });
  for (const { at, code, message, hint: todo } of contradictions(parsed.data ?? []))
    issues.push({ ...error, code: `${area}/${code}`, line: lineOf([at]), message, hint: todo });
  return { entries: issues.length === 0 ? (parsed.data ?? []) : [], issues };
}

/** The same from its file below a content folder; nothing where there is none. */
export function lexiconFile<Entry>(folder: string, lexicon: Lexicon<Entry>): LexiconReading<Entry> {
  const { text, issues } = registerFile(folder, lexicon.file, lexicon.area);
  const read = text === null ? { entries: [], issues: [] } : readLexicon(text, lexicon);
  const all = [...issues, ...read.issues];
  return { entries: all.length === 0 ? read.entries : [], issues: all };
}

/** The entries of a lexicon that must be sound; throws with all issues when it is not. */
export function soundEntries<Entry>({ entries, issues }: LexiconReading<Entry>): Entry[] {
  if (issues.length > 0) throw new Error(issues.map(issueText).join('\n'));
  return entries;
}
