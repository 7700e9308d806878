import { createHash } from 'node:crypto';
import { closedMarkdown } from '../../archive/report-markdown.ts';
import type { EditorNote, Report } from '../../archive/report-schema.ts';

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);

/** The name of a note's part: its kind and place, whatever is said of it. */
export const notePart = ({ code, quote, occurrence }: EditorNote): string =>
  `note/${digest([code, quote, occurrence])}`;

/**
 * The parts of a report that a curator may take over, by name, each with a digest of its value: `title`, `region`,
 * `year`, `issuers`, `signed`, `published`, `page`, `section/<role>`, `note/<digest>`, `doubt/<code>`, `body`.
 * A part that the report does not have is not in the map.
 */
export function partDigests(report: Report, body: string): Map<string, string> {
  const { basis } = report;
  const grouped = <Item>(items: readonly Item[], name: (item: Item) => string): [string, unknown][] =>
    [...Map.groupBy(items, name)].map(([part, group]) => [part, group.map((item) => Object.values(Object(item)))]);
  const day = (dated: Report['signed']): unknown => dated && [dated.value, dated.basis];
  const values: [string, unknown][] = [
    ['title', [report.title, report.titleBasis]],
    ['region', [report.region, basis.region]],
    ['year', [report.year, basis.year]],
    [
      'issuers',
      [report.issuers.map(({ name, kind }) => [name, kind]), report.issuerKind, report.slug, basis.issuerKind],
    ],
    ['signed', day(report.signed)],
    ['published', day(report.published)],
    ['page', report.page.map(({ label, value }) => [label, value])],
    ...grouped(
      report.sections.map(({ role, where, heading, basis: told }) => ({ role, where, heading, told })),
      ({ role }) => `section/${role}`,
    ),
    ...report.notes.map((note): [string, unknown] => [notePart(note), [note.reading, note.reason]]),
    ...grouped(
      report.doubts.map(({ code, message }) => ({ code, message })),
      ({ code }) => `doubt/${code}`,
    ),
    ['body', closedMarkdown(body).trim()],
  ];
  return new Map(values.map(([part, value]) => [part, digest(value)]));
}

/** Parts and digests as the front matter's `imported` keeps them: `title 0a1b2c3d, year …`. */
export function importedText(digests: ReadonlyMap<string, string>): string {
  return [...digests].map(([part, value]) => `${part} ${value}`).join(', ');
}

/** What the last import wrote, by part; null where the file does not say. */
export function importedDigests(report: Report): Map<string, string> | null {
  if (report.imported === undefined) return null;
  return new Map(
    report.imported.split(', ').map((entry): [string, string] => {
      const [part = '', value = ''] = entry.split(' ');
      return [part, value];
    }),
  );
}

/** Names of the parts that a curator wrote, changed or took out since the import; `imported` is what that import wrote. */
export function curatedParts(
  held: ReadonlyMap<string, string>,
  imported: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const all = new Set([...held.keys(), ...imported.keys()]);
  return new Set([...all].filter((part) => held.get(part) !== imported.get(part)));
}

/**
 * `imported` after a change that no curator made (a redaction): what stood as imported before counts as imported
 * after. Undefined where the file never said it, or where the parts no longer match one by one.
 */
export function carriedImported(
  before: Map<string, string>,
  after: Map<string, string>,
  report: Report,
): string | undefined {
  const imported = importedDigests(report);
  if (imported === null || before.size !== after.size) return undefined;
  const now = [...after];
  const carried = new Map(imported);
  for (const [at, [part, value]] of [...before].entries()) {
    const next = now[at];
    if (imported.get(part) !== value || !next) continue;
    carried.delete(part);
    carried.set(next[0], next[1]);
  }
  return importedText(carried);
}
