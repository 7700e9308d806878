import type { Issue } from '../../archive/issue.ts';
import { importIssue } from '../lines/issue.ts';
import { compact } from '../lines/layout-space.ts';
import { fieldMeaning, lineFields } from '../lines/page-fields.ts';
import type { PageMeaning } from '../lines/page-labels.ts';
import type { PageField, ReadLine } from '../lines/reading.ts';
import { bodyEnd, bodyStart } from './body-range.ts';
import { chromeRule } from './chrome-rules.ts';
import type { Held } from './held-lines.ts';
import { type ExcludedLine, pageHead } from './page-head.ts';

/** An input divided: what is the report's own text, and what stood around it. */
export interface PageParts {
  readonly body: readonly ReadLine[];
  /** The title's lines as they stand, joined; null where the input has none. */
  readonly title: string | null;
  readonly titleLine: number | null;
  readonly fields: readonly PageField[];
  readonly excluded: readonly ExcludedLine[];
  readonly issues: readonly Issue[];
}
/** What a page's foot may tell of the text above it. */
const footMeanings: readonly (PageMeaning | null)[] = ['published', 'updated', 'medium', 'office'];

/**
 * Fields below the text (发布时间：… 来源：…), where the head has none that means the same; up to where the site's own
 * foot or a list of other pages begins.
 */
function footFields(below: readonly Held[], above: readonly PageField[]): PageField[] {
  const known = new Set(above.filter(({ value }) => value !== '').map(({ label }) => fieldMeaning(label)));
  const fields: PageField[] = [];
  for (const { line, text } of below) {
    const rule = chromeRule(text, 'footer');
    if (rule === 'chrome/neighbours' || rule === 'chrome/credit') break;
    const found = lineFields(line.text, line.number);
    if (found.some(({ label }) => footMeanings.includes(fieldMeaning(label)) && !known.has(fieldMeaning(label))))
      fields.push(...found.filter(({ label }) => !known.has(fieldMeaning(label))));
  }
  return fields;
}

/** Every line of the capture that goes, those that had been joined into one line each by itself. */
function wholeExcluded(excluded: readonly ExcludedLine[], lines: readonly ReadLine[]): ExcludedLine[] {
  const lastOf = new Map(
    lines.flatMap((line): [number, number][] =>
      line.kind === 'text' && line.lastNumber !== undefined ? [[line.number, line.lastNumber]] : [],
    ),
  );
  return excluded
    .flatMap(({ number, rule }) =>
      Array.from({ length: (lastOf.get(number) ?? number) - number + 1 }, (_, at) => ({ number: number + at, rule })),
    )
    .sort((a, b) => a.number - b.number);
}

/**
 * Divides an input into the report's own text and what stands around it: the site's chrome, the page's table and
 * header, the title and its repeats. Nothing goes without its rule. `pageTitles`: titles that meta tags name, compact;
 * `bodyFrom`: the first line that can be the report's own.
 */
export function pageParts(
  lines: readonly ReadLine[],
  pageTitles: ReadonlySet<string> = new Set(),
  bodyFrom = 1,
): PageParts {
  const held: Held[] = [];
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const text = compact(line.text);
    if (text !== '') held.push({ line, text });
  }
  const own = held.findIndex(({ line }) => line.number >= bodyFrom);
  const from = own < 0 ? held.length : own;
  const start = from + bodyStart(held.slice(from));
  const found = pageHead(held, start, pageTitles, bodyFrom);
  const first = found.kept[0]?.line.number ?? held[start]?.line.number ?? Number.POSITIVE_INFINITY;
  const end = bodyEnd(held, start);
  const excluded = [...found.excluded];
  const issues = [...found.issues];
  const foot = footFields(held.slice(end), found.fields);
  const footLines = new Set(foot.map(({ line }) => line));
  for (const { line, text } of held.slice(end)) {
    if (footLines.has(line.number)) {
      excluded.push({ number: line.number, rule: 'page/field' });
      continue;
    }
    const rule = chromeRule(text, 'footer');
    excluded.push({ number: line.number, rule: rule ?? 'chrome/foot' });
    if (rule === null && text.length > 25) issues.push(importIssue('chrome/doubtful', line.number, line.text));
  }
  const tableFields = found.fields.filter(({ label }) => fieldMeaning(label) === 'title' && label !== '');
  const out = new Set(excluded.map(({ number }) => number));
  const last = held[end - 1]?.line.number ?? 0;
  const body = lines.filter(
    (line) =>
      line.number >= first &&
      !out.has(line.number) &&
      (line.kind === 'table' ? line.number <= Math.max(last, first) || end === held.length : line.number <= last),
  );
  return {
    body: body.filter((line) => line.kind !== 'text' || compact(line.text) !== ''),
    title: found.title?.text ?? null,
    titleLine: found.title?.line ?? tableFields[0]?.line ?? null,
    fields: [...found.fields, ...foot],
    excluded: wholeExcluded(excluded, lines),
    issues,
  };
}
