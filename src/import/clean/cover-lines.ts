import { compact } from '../lines/layout-space.ts';
import type { ReadLine } from '../lines/reading.ts';
import { isIssuerLine } from '../lines/title-line.ts';
import type { ExcludedLine } from './page-head.ts';

/** Lines over which a title is broken, at most. */
const mostTitleLines = 5;
const coverDay =
  /^(?:20\d{2}|[〇○零O一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/;

const words = (line: ReadLine | undefined): string => (line?.kind === 'text' ? compact(line.text) : '');

/**
 * What a document with a list of contents has beside it: on its cover, above the list, who issued it and when; below the
 * list its title once more. `contents` are the numbers of the list's lines, `title` is the one found above.
 */
export function coverLines(
  body: readonly ReadLine[],
  contents: ReadonlySet<number>,
  title: string | null,
): ExcludedLine[] {
  const first = body.findIndex(({ number }) => contents.has(number));
  const last = body.findLastIndex(({ number }) => contents.has(number));
  if (first < 0) return [];
  const cover = body
    .slice(0, first)
    .filter((line) => line.kind === 'text' && (isIssuerLine(words(line)) || coverDay.test(words(line))));
  let again: readonly ReadLine[] = [];
  for (let count = 1; title !== null && count <= mostTitleLines; count++) {
    const lines = body.slice(last + 1, last + 1 + count);
    if (lines.map(words).join('') === compact(title)) again = lines;
  }
  return [
    ...cover.map(({ number }) => ({ number, rule: 'page/cover' })),
    ...again.map(({ number }) => ({ number, rule: 'title/repeat' })),
  ];
}
