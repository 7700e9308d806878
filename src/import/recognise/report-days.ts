import type { Issue } from '../../archive/issue.ts';
import { addressDay } from '../lines/address-day.ts';
import { dayNamedIn } from '../lines/calendar-day.ts';
import { importIssue } from '../lines/issue.ts';
import { fieldMeaning } from '../lines/page-fields.ts';
import type { PageField } from '../lines/reading.ts';
import { type FoundDay, type PageDay, pageDay, signedDay } from './report-dates.ts';
import type { Signature } from './signature.ts';

/** The days of a report, kept apart: when the page published it, when it was signed. */
export interface ReportDays {
  readonly published: FoundDay | null;
  readonly signed: FoundDay | null;
  /** The signature's day as it stands, where it is damaged. */
  readonly damaged: string | null;
  readonly issues: readonly Issue[];
}

const isWithinYear = ({ found }: PageDay, year: number | null): boolean =>
  found !== null && year !== null && found.day.value < `${year + 1}-01`;

/** Openings that speak of the running year, or to a standing committee that hears the report before the year is out. */
const runningYear = /今年以来|今年，|一年来，|各位委员[:：]|请予审议/;

/**
 * Whether something beside the page's own date says that a report came out before its year was over: it is signed or
 * issued shortly before, its number is of that year, or its opening speaks of the running year.
 */
function backing(
  fields: readonly PageField[],
  { day }: Signature,
  year: number | null,
  opening: string,
): (published: string) => boolean {
  const issued = fields.flatMap(({ label, value }) => (fieldMeaning(label) === 'issued' ? value : []));
  const days = [...issued, ...(day ? [day.text] : [])].flatMap((text) => dayNamedIn(text)?.value ?? []);
  const isOfYear = fields.some(
    ({ label, value }) =>
      fieldMeaning(label) === 'document-number' && new RegExp(`[〔（(\\[【]${year}[〕）)\\]】]`).test(value),
  );
  return (published) =>
    isOfYear || runningYear.test(opening) || days.some((value) => value >= `${year}-10` && value <= published);
}

/**
 * The day in the page's address as its day of publication. `page`: what the page itself gives; it has the say, and an
 * address that names another day is an issue. A page that labels days which cannot be is no better for its address.
 */
function addressedDay(address: string | null, page: PageDay, year: number | null, today: string): PageDay {
  const day = address === null ? null : addressDay(address);
  if (address === null || day === null) return { found: null, issues: [] };
  if (page.found) {
    const isSame = day.value.startsWith(page.found.day.value);
    const said = `页面 ${page.found.day.value}，网址 ${day.value}`;
    return { found: null, issues: isSame ? [] : [importIssue('date/address-disagrees', null, said)] };
  }
  if (page.issues.length > 0) return { found: null, issues: [] };
  if (year !== null && day.value < `${year + 1}-01`)
    return { found: null, issues: [importIssue('date/before-year-end', null, address)] };
  if (day.value > today) return { found: null, issues: [importIssue('date/to-come', null, address)] };
  return { found: { day, basis: 'path' }, issues: [] };
}

/** Months between the signature and the page, at most, for the page to bear out a month that damage left. */
const mostMonths = 3;
const monthsOf = (value: string): number => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));

/** Whether the page's own day bears out the month that is left of a damaged signature: in that month or soon after. */
function isBacked(signed: FoundDay | null, published: FoundDay | null): boolean {
  if (!signed || !published) return false;
  const months = monthsOf(published.day.value) - monthsOf(signed.day.value);
  return months >= 0 && months <= mostMonths;
}

/**
 * Day of publication from the page, else its day of renewal, else from its address; day of signing from the signature,
 * else from the page's table. `address` is null where it is not known.
 */
export function reportDays(
  fields: readonly PageField[],
  signature: Signature,
  year: number | null,
  today: string,
  opening: string,
  address: string | null,
): ReportDays {
  const { day } = signature;
  const isBackedBy = backing(fields, signature, year, opening);
  const published = pageDay(fields, 'published', year, today, isBackedBy);
  const updated = published.found ? null : pageDay(fields, 'updated', year, today).found;
  const labelled = published.found ? published : { found: updated, issues: published.issues };
  const addressed = addressedDay(address, labelled, year, today);
  const signed = day ? signedDay(day.text, day.line, year) : null;
  // Of a text that came out within the year the table's day of signing is as good as the signature's.
  const issued = signed?.found ? null : pageDay(fields, 'issued', year, today, () => isWithinYear(published, year));
  const isDamaged = signed?.issues.some(({ code }) => code === 'damage/date') ?? false;
  const isMonthSure = !isDamaged || isBacked(signed?.found ?? null, published.found ?? updated ?? addressed.found);
  return {
    published: published.found ?? updated ?? addressed.found,
    signed: (isMonthSure ? signed?.found : null) ?? issued?.found ?? null,
    damaged: isDamaged ? (day?.text ?? null) : null,
    issues: [
      ...published.issues,
      ...addressed.issues,
      ...(updated ? [importIssue('date/updated-only', null, updated.day.value)] : []),
      ...(signed?.issues ?? []),
      ...(issued?.issues ?? []),
    ],
  };
}
