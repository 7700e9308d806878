import { isScalar, parseDocument } from 'yaml';
import type { Issue } from '../../archive/issue.ts';
import { type Report, reportSchema } from '../../archive/report-schema.ts';
import { fileParts } from '../../content-files/front-matter-fence.ts';
import { readReportFile, reportFileReading, reportFileText } from '../../content-files/report-file.ts';

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

/** What a text says, whatever form it has: without layout space and the backslashes that escape. */
const letters = (text: string): string => text.replace(/[\s\\]/g, '');

/** The file of a report in its normal form, if that and nothing else is what comes of the text that stood there. */
function normalFile(report: Report, body: string, file: string): RepairedFile {
  const text = reportFileText(report, body);
  const after = readReportFile(text, file);
  const isSame =
    after.report !== null &&
    JSON.stringify(after.report) === JSON.stringify(reportSchema.parse(report)) &&
    letters(after.body) === letters(body);
  if (isSame) return { text, issues: [] };
  const message = '规范写法与现有的文字不是同样的字，没有改动';
  const hint = '这是程序的差错，请连同文件报告';
  return { text: null, issues: [{ code: 'report/repair-unsafe', severity: 'error', file, line: null, message, hint }] };
}

/**
 * Brings a report file into its normal form: order of fields, quotes, line breaks, escapes; codes and dates that
 * were typed without quotes become strings as they were typed, years typed in quotes numbers, fields left out empty.
 * Nothing else is guessed, and nothing is lost: what is still wrong, comments and marks of a conflict too, is reported
 * and the file left as it is.
 */
export function repairedFile(before: string, file: string): RepairedFile {
  const { report, body, issues } = reportFileReading(before, file);
  if (report) return normalFile(report, body, file);
  const refused = { text: null, issues };
  if (issues.some(({ code }) => code !== 'report/schema')) return refused;
  const fixed = mended(fileParts(before)?.yaml ?? '');
  return fixed === null ? refused : normalFile(fixed, body, file);
}

/** Front matter whose values have the wrong type, mended; null where more is wrong. */
function mended(yaml: string): Report | null {
  const document = parseDocument(yaml);
  for (const [field, empty] of Object.entries(empties)) if (!document.has(field)) document.set(field, empty);
  const first = reportSchema.safeParse(document.toJS());
  for (const { path, code } of first.error?.issues ?? []) {
    if (code !== 'invalid_type') continue;
    const node = document.getIn(path, true);
    if (!isScalar(node)) continue;
    const typed = node.source ?? String(node.value);
    if (typeof node.value === 'string' && /^\d+$/.test(typed)) document.setIn(path, Number(typed));
    // Nothing, or null, is no word that somebody typed.
    else if (typeof node.value === 'number' || typeof node.value === 'boolean') document.setIn(path, typed);
  }
  const second = reportSchema.safeParse(document.toJS());
  return second.success ? second.data : null;
}
