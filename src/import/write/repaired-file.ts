import { isScalar, parseDocument } from 'yaml';
import type { Issue } from '../../archive/issue.ts';
import { type Report, reportSchema } from '../../archive/report-schema.ts';
import { readReportFile, reportFileText } from '../../content-files/report-file.ts';

/** A file in its normal form; `text` null where it cannot be mended, with the issues that forbid it. */
export interface RepairedFile {
  readonly text: string | null;
  readonly issues: readonly Issue[];
}

/** Fields that may be left out by hand: they are then empty, or unknown. */
const empties: Readonly<Record<string, null | readonly never[]>> = {
  slug: null,
  signed: null,
  published: null,
  page: [],
  transformations: [],
  sections: [],
  notes: [],
  redactions: [],
  versions: [],
  doubts: [],
};

/**
 * Brings a report file into its normal form: order of fields, quotes, line breaks, escapes; codes and dates that
 * were typed without quotes become strings as they were typed, years typed in quotes numbers, fields left out empty.
 * Nothing else is guessed: what is still wrong is reported and the file left as it is.
 */
export function repairedFile(before: string, file: string): RepairedFile {
  const read = readReportFile(before, file);
  if (read.report) return { text: reportFileText(read.report, read.body), issues: [] };
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(before);
  if (found?.index !== 0) return { text: null, issues: read.issues };
  const report = mended(found[1] ?? '');
  if (report === null) return { text: null, issues: read.issues };
  return { text: reportFileText(report, before.slice(found[0].length)), issues: [] };
}

/** Front matter whose values have the wrong type, mended; null where more is wrong. */
function mended(yaml: string): Report | null {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return null;
  for (const [field, empty] of Object.entries(empties)) if (!document.has(field)) document.set(field, empty);
  const first = reportSchema.safeParse(document.toJS());
  for (const { path, code } of first.error?.issues ?? []) {
    if (code !== 'invalid_type') continue;
    const node = document.getIn(path, true);
    if (!isScalar(node)) continue;
    const typed = node.source ?? String(node.value);
    if (typeof node.value === 'string' && /^\d+$/.test(typed)) document.setIn(path, Number(typed));
    else if (typeof node.value !== 'string') document.setIn(path, typed);
  }
  const second = reportSchema.safeParse(document.toJS());
  return second.success ? second.data : null;
}
