import type { Issue } from '../../archive/issue.ts';
import { isProse } from '../clean/held-lines.ts';
import { headingMarker } from '../lines/heading-marker.ts';
import { importIssue } from '../lines/issue.ts';
import { compact } from '../lines/layout-space.ts';
import type { ReadLine } from '../lines/reading.ts';
import { simplifiedView } from '../lines/simplified-view.ts';
import { brokenTitleLength } from '../lines/title-line.ts';
import { bodyKind } from './bodies.ts';

/** Characters of an input that tell whether it is in traditional ones. */
const sampleLength = 6000;
/** Lines below a title within which its report's first sentence stands. */
const reach = 12;

interface FoundTitle {
  readonly number: number;
  readonly text: string;
  readonly year: string | null;
  readonly place: string;
  /** Index of the first line below it. */
  readonly below: number;
  readonly at: number;
}

const yearWords = /20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2}/;

function titleAt(lines: readonly { number: number; text: string }[], at: number): FoundTitle | null {
  const length = brokenTitleLength(
    lines.slice(at, at + 5).map(({ text }) => text),
    0,
  );
  if (length === 0) return null;
  const text = lines
    .slice(at, at + length)
    .map((line) => line.text)
    .join('');
  const place = text
    .replace(/^关于/, '')
    .replace(yearWords, '\n')
    .replace(/^\n年?度?/, '');
  return {
    number: lines[at]?.number ?? 0,
    text,
    year: yearWords.exec(text)?.[0] ?? null,
    place: /^.*?(?=\n|人民政府|政府|关于|年度|法治|依法|全面|推进|$)/.exec(place)?.[0] ?? '',
    below: at + length,
    at,
  };
}

const isOffice = (place: string): boolean => ['department', 'township'].includes(bodyKind(place) ?? '');

/**
 * Whether two titles are of different years, of an office and of a government, or of places neither of which is named in
 * the other.
 */
function isOther(one: FoundTitle, other: FoundTitle): boolean {
  if (one.year !== null && other.year !== null && one.year !== other.year) return true;
  if (one.place === '' || other.place === '') return false;
  // 定安县 and 定安县水务局 are two: an office's report is never its government's.
  if (isOffice(one.place) !== isOffice(other.place)) return true;
  return !other.text.includes(one.place) && !one.text.includes(other.place);
}

/** Whether what stands below a title is a report of its own: a first sentence, then parts numbered from one on. */
function hasReport(lines: readonly { text: string }[], from: number, to: number): boolean {
  if (!lines.slice(from, Math.min(to, from + reach)).some(({ text }) => isProse(text))) return false;
  const numbers = lines.slice(from, to).flatMap(({ text }) => {
    const marker = headingMarker(text);
    return marker?.kind === 'chapter' || marker?.kind === 'part' ? [marker.number] : [];
  });
  return numbers[0] === 1 && numbers.includes(2);
}

/**
 * The error `report/two` where an input holds two reports, naming both places: two titles of different years or places,
 * below each a first sentence and an outline of its own. Empty where that is not certain.
 */
export function twoReports(lines: readonly ReadLine[]): Issue[] {
  const texts = lines.flatMap((line) => (line.kind === 'text' ? line.text : []));
  const view = simplifiedView(texts.join('').slice(0, sampleLength));
  const held = lines.flatMap((line) => {
    const text = line.kind === 'text' ? compact(view(line.text)) : '';
    return text === '' ? [] : [{ number: line.number, text }];
  });
  const titles: FoundTitle[] = [];
  for (let at = 0; at < held.length; at++) {
    const title = at < (titles.at(-1)?.below ?? 0) ? null : titleAt(held, at);
    if (title) titles.push(title);
  }
  const reports = titles.filter(({ below }, at) => hasReport(held, below, titles[at + 1]?.at ?? held.length));
  const [first] = reports;
  const second = first && reports.find((title) => isOther(first, title));
  if (!first || !second) return [];
  const quoted = ({ number, text }: FoundTitle): string => `第 ${number} 行“${text.slice(0, 30)}”`;
  return [importIssue('report/two', second.number, `${quoted(first)}，${quoted(second)}`)];
}
