import { headingLine } from '../clean/held-lines.ts';
import { compact } from '../lines/layout-space.ts';
import { sentenceCount } from '../lines/prose.ts';
import type { ReadLine } from '../lines/reading.ts';
import { isReportTitle } from '../lines/title-line.ts';

/** Titles of other pages that make a list, at least. */
const leastTitles = 3;
/** Letters of sentences to each title, and of the longest line of them, that a list with summaries has at most. */
const mostPerTitle = 100;
const longestSummary = 160;

const day = '[[（(【]?20\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}日?(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?[\\])）】]?';
const before = new RegExp(
  `^[·•●○■□▪◆◇★☆▶►>\\-—*]*(?:${day})?(?:\\d{1,3}[.、．](?!\\d)|\\d{1,2}(?=\\p{Script=Han}))?(?:${day})?`,
  'u',
);
const behind = new RegExp(`(?:${day})?(?:New|NEW|new|置顶|阅读\\d*)?$`);
const cut = /(?:…+|\.{3,})$/;

/** What a line of a list links to: the title without bullet, number and day; null where it is none of a report. */
function listedTitle(text: string): string | null {
  const title = compact(text).replace(before, '').replace(behind, '');
  if (cut.test(title)) return /法治政府|依法行政/.test(title) && title.length >= 12 ? title : null;
  return isReportTitle(title) ? title : null;
}

/**
 * Whether an input is a page that lists reports, whatever system made it: titles of several reports, and no report's
 * own text, be it that a short summary stands below each title. A report with a list of others beside it is none.
 */
export function isListPage(lines: readonly ReadLine[], view: (text: string) => string): boolean {
  const texts = lines.flatMap((line) => (line.kind === 'text' ? [line.text] : line.rows.flat())).map(view);
  const titles = new Set(texts.flatMap((text) => (text.length > 200 ? [] : (listedTitle(text) ?? []))));
  if (titles.size < leastTitles) return false;
  const prose = texts.map(compact).filter((text) => sentenceCount(text) > 0 && listedTitle(text) === null);
  const letters = prose.reduce((sum, { length }) => sum + length, 0);
  const headings = texts.filter((text) => headingLine.test(compact(text))).length;
  return headings < 2 && letters <= mostPerTitle * titles.size && prose.every(({ length }) => length <= longestSummary);
}
