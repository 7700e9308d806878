import type { Issue } from '../archive/issue.ts';
import { bodyEnd, bodyStart } from './body-range.ts';
import { chromeRule } from './chrome-rules.ts';
import type { Held } from './held-lines.ts';
import { importIssue } from './import-issue.ts';
import { compact } from './layout-space.ts';
import { fieldMeaning } from './page-fields.ts';
import { type ExcludedLine, pageHead } from './page-head.ts';
import type { PageField, ReadLine } from './reading.ts';

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
  for (const { line, text } of held.slice(end)) {
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
    fields: found.fields,
    excluded: wholeExcluded(excluded, lines),
    issues,
  };
}
