import type { Issue } from '../archive/issue.ts';
import { importIssue } from './import-issue.ts';
import type { PageField } from './reading.ts';
import { type FoundDay, pageDay, signedDay } from './report-dates.ts';
import type { Signature } from './signature.ts';

/** The days of a report, kept apart: when the page published it, when it was signed. */
export interface ReportDays {
  readonly published: FoundDay | null;
  readonly signed: FoundDay | null;
  /** The signature's day as it stands, where it is damaged. */
  readonly damaged: string | null;
  readonly issues: readonly Issue[];
}

/** Day of publication from the page, else its day of renewal; day of signing from the signature, else from the page's table. */
export function reportDays(
  fields: readonly PageField[],
  { day }: Signature,
  year: number | null,
  today: string,
): ReportDays {
  const published = pageDay(fields, 'published', year, today);
  const updated = published.found ? null : pageDay(fields, 'updated', year, today).found;
  const signed = day ? signedDay(day.text, day.line, year) : null;
  const issued = signed?.found ? null : pageDay(fields, 'issued', year, today);
  const isDamaged = signed?.issues.some(({ code }) => code === 'damage/date') ?? false;
  return {
    published: published.found ?? updated,
    signed: signed?.found ?? issued?.found ?? null,
    damaged: isDamaged ? (day?.text ?? null) : null,
    issues: [
      ...published.issues,
      ...(updated ? [importIssue('date/updated-only', null, updated.day.value)] : []),
      ...(signed?.issues ?? []),
      ...(issued?.issues ?? []),
    ],
  };
}
