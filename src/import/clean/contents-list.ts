import { compact } from '../lines/layout-space.ts';
import type { ReadLine } from '../lines/reading.ts';

/** Lines of a text among which its list of contents begins. */
const reach = 6;
const longestEntry = 120;
const mostEntries = 100;
const entry = /^(.{3,}?)[.…·‥⋯—-]*\d{1,3}$/u;

/** Entries that make a list without a heading of its own, which may have been taken for a word of the site's. */
const leastEntries = 3;

/**
 * Numbers of the lines of a text's own list of contents, its heading (目录) among them: entries with the page, each of
 * which stands again further down as a heading of the text. Empty where there are fewer than three, two below 目录.
 */
export function contentsList(body: readonly ReadLine[]): Set<number> {
  const texts = body.map((line) => (line.kind === 'text' ? compact(line.text) : ''));
  const at = texts.slice(0, reach).findIndex((text, index) => isHeading(text) || isEntry(texts, index));
  if (at < 0) return new Set();
  let end = at + 1;
  while (end < Math.min(texts.length, at + mostEntries) && isEntry(texts, end)) end++;
  return new Set(end - at >= leastEntries ? body.slice(at, end).map(({ number }) => number) : []);
}

const isHeading = (text: string): boolean => text === '目录' || text === '目次';

/** Whether a line is an entry of a list of contents: what it names begins a line below it. */
function isEntry(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  const [, name] = text.length > longestEntry ? [] : (entry.exec(text) ?? []);
  return name !== undefined && texts.some((text, below) => below > at && text.startsWith(name) && text !== texts[at]);
}
