import type { Basis } from '../../archive/basis.ts';
import type { Issue } from '../../archive/issue.ts';
import { type CalendarDay, dayNamedIn, hasDayLook } from '../lines/calendar-day.ts';
import { importIssue } from '../lines/issue.ts';
import { fieldMeaning } from '../lines/page-fields.ts';
import type { PageMeaning } from '../lines/page-labels.ts';
import type { PageField } from '../lines/reading.ts';

/** A day with what it rests on. */
export interface FoundDay {
  readonly day: CalendarDay;
  readonly basis: Basis;
}

export interface PageDay {
  readonly found: FoundDay | null;
  readonly issues: readonly Issue[];
}

/** Meta tags that carry the day of publication, the surest first. */
const metaNames = [
  'pubdate',
  'publishdate',
  'firstpublishedtime',
  'article:published_time',
  'dc.date',
  'datepublished',
  'others',
];

/**
 * Fields in the order in which their day of publication is trusted: a label that readers see (发布日期), the day of the
 * newspaper whose page it is, the meta tags, which a site's move may have written anew, a bare 时间, a day without any label.
 */
const trust = ({ label, isBare, isPaper }: Pick<PageField, 'label' | 'isBare' | 'isPaper'>): number => {
  if (isPaper) return 5;
  if (isBare) return 50;
  const meta = metaNames.indexOf(label.toLowerCase());
  if (meta >= 0) return 10 + meta;
  return label.length >= 4 ? 0 : 40;
};

/**
 * The day that the page gives as one of `means`. A day before 1 January after the report year is a template's or
 * another page's and is refused, but in the year's last quarter where something else speaks for it (`isBackedBy`); so
 * are days to come, days that do not exist, and days without a year. Each refusal, and each such exception, is an
 * issue. `today` as ISO text.
 */
export function pageDay(
  fields: readonly PageField[],
  means: PageMeaning,
  year: number | null,
  today: string,
  isBackedBy: (day: string) => boolean = () => false,
): PageDay {
  const issues: Issue[] = [];
  const isMeant = ({ label, line }: PageField): boolean =>
    line === null ? means === 'published' && metaNames.includes(label.toLowerCase()) : fieldMeaning(label) === means;
  const sound: (PageField & { readonly day: CalendarDay })[] = [];
  for (const field of fields.filter(isMeant)) {
    const { label, value, line } = field;
    if (value.trim() === '') continue;
    const day = dayNamedIn(value);
    const said = `${label}:${value}`;
    if (!day) issues.push(importIssue(hasDayLook(value) ? 'date/unreadable' : 'date/none', line, said));
    else if (year !== null && day.value < `${year + 1}-01`) {
      const isLate = day.isWhole && day.value >= `${year}-10`;
      if (isLate && isBackedBy(day.value)) {
        issues.push(importIssue('date/within-year', line, said));
        sound.push({ ...field, day });
      } else issues.push(importIssue('date/before-year-end', line, said));
    } else if (day.value > today) issues.push(importIssue('date/to-come', line, said));
    else sound.push({ ...field, day });
  }
  sound.sort((a, b) => trust(a) - trust(b));
  const [first] = sound;
  if (!first) return { found: null, issues };
  const other = sound.find(({ day }) => day.value !== first.day.value);
  if (other)
    issues.push(
      importIssue('date/disagrees', other.line, `${first.label} ${first.value}，${other.label} ${other.value}`),
    );
  return { found: { day: first.day, basis: 'page' }, issues };
}

const damagedDay = /^[（(]?(20\d{2})(\d{1,2})月(\d{0,2})日?[）)]?$/;

/**
 * The day under the signature (or under the title). A line that is no readable day but looks like one is damage:
 * “20251月2” gives the month alone where it is sure.
 */
export function signedDay(line: string, number: number, year: number | null): PageDay {
  const text = line.replace(/\s/g, '');
  const damaged = damagedDay.exec(text);
  if (damaged) {
    const [, lead = '', month = ''] = damaged;
    const issue = importIssue('damage/date', number, text);
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    const value = `${lead}-${month.padStart(2, '0')}`;
    return { found: isMonth ? { day: { value, isWhole: false }, basis: 'signature' } : null, issues: [issue] };
  }
  const day = dayNamedIn(line);
  if (!day) return { found: null, issues: hasDayLook(text) ? [importIssue('damage/date', number, text)] : [] };
  if (year !== null && day.value < `${year}-10`) {
    return { found: null, issues: [importIssue('date/before-year-end', number, text)] };
  }
  return { found: { day, basis: 'signature' }, issues: [] };
}
