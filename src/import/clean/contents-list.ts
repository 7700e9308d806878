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
  const mayBegin = ({ text }: { readonly text: string }): boolean => /[\d录次]\s*$/.test(text.slice(-longestEntry));
  if (!body.slice(0, reach).some((line) => line.kind === 'text' && mayBegin(line))) return new Set();
  const texts = body.map((line) => (line.kind === 'text' ? compact(line.text) : ''));
  const at = texts.slice(0, reach).findIndex((text, index) => isHeading(text) || isEntry(texts, index));
  if (at < 0) return new Set();
  let end = at;
  for (let length = 1; length > 0 && end < Math.min(texts.length, at + mostEntries); length = entryLength(texts, end))
    end += length;
  return new Set(end - at >= leastEntries ? body.slice(at, end).map(({ number }) => number) : []);
}

const isHeading = (text: string): boolean => text === '目录' || text === '目次';

/** Lines of the entry that begins at a line: two where it goes on over the next; 0 where none begins. */
function entryLength(texts: readonly string[], at: number): 0 | 1 | 2 {
  if (isEntry(texts, at)) return 1;
  const [name = '', page = ''] = texts.slice(at, at + 2);
  const whole = name.length > 2 && /\d$/.test(page) ? (entry.exec(`${name}${page}`)?.[1] ?? null) : null;
  const isBroken = whole !== null && whole.length <= longestEntry && whole.length >= name.length;
  return isBroken && texts.some((text, below) => below > at + 1 && text.startsWith(whole)) ? 2 : 0;
}

/** Whether a line is an entry of a list of contents: what it names begins a line below it. */
function isEntry(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  const [, name] = text.length > longestEntry ? [] : (entry.exec(text) ?? []);
  return name !== undefined && texts.some((text, below) => below > at && text.startsWith(name) && text !== texts[at]);
}
