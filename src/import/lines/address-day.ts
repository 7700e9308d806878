import { type CalendarDay, calendarDay } from './calendar-day.ts';

/** How sites write a day into an address: /2024/01/20/, /art/2024/1/20/, /2024-01/20/. */
const asFolders = /\/(20\d{2})[/-](\d{1,2})\/(\d{1,2})(?=\/)/;
/** Without a stroke between two of its parts: /202401/20/, /2024/0120/; in one name: /20240120/, /2024-01-20.html. */
const asFigures = /\/(20\d{2})(?:(\d{2})\/(\d{2})(?=\/)|\/(\d{2})(\d{2})(?=\/)|-?(\d{2})-?(\d{2})(?=[/_.-]))/;
/** t20240120_123.html, below /202401/ or not. */
const asName = /(?:\/(20\d{2})-?(\d{2}))?\/t(20\d{2})(\d{2})(\d{2})_/;

/** The day that an address of a page names in its path; null where it names none, or folder and name disagree. */
export function addressDay(address: string): CalendarDay | null {
  if (!URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  const named = asName.exec(pathname);
  if (named) {
    const [, folderYear, folderMonth, year = '', month = '', day = ''] = named;
    if (folderYear !== undefined && folderYear + folderMonth !== year + month) return null;
    return calendarDay(Number(year), Number(month), Number(day));
  }
  const found = asFolders.exec(pathname) ?? asFigures.exec(pathname);
  if (!found) return null;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
  return calendarDay(Number(year), Number(month), Number(day));
}
