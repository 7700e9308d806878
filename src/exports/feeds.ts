import { type ArchiveIndex, placeOf } from '../archive/archive-index.ts';
import { stateCode } from '../archive/region-code.ts';
import { parsedReportId, type ReportId } from '../archive/report-id.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import type { Withdrawal } from '../archive/withdrawal.ts';
import { compareText } from '../text/order.ts';

/** A report in a feed. */
export interface FeedEntry {
  readonly id: ReportId;
  readonly title: string;
  /** Last day that the archive's record knows of this text. */
  readonly updated: string;
  /** Day of publication; null where it is not known to the day. */
  readonly published: string | null;
  readonly authors: readonly string[];
  /** `长治市上党区 2024年度`. */
  readonly summary: string;
  readonly region: string;
  readonly year: number;
}

/** A report that was taken out. */
export interface FeedDeletion {
  readonly id: ReportId;
  readonly day: string;
  readonly by: string;
  readonly reason: string;
}

/** What one feed tells, newest first. */
export interface Feed {
  /** `all`, a region's code or a year: the name of its file. */
  readonly name: string;
  /** Of what it tells, in words; empty for the whole archive. */
  readonly of: string;
  /** Latest of the days below. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
  readonly deletions: readonly FeedDeletion[];
}

/** So many entries a feed has at most, and so many deletions. */
export const feedLength = 50;

const isDay = (day: string | null | undefined): day is string => day?.length === 10;

/**
 * The last day that the record knows of a report's text: it was replaced, a name was taken out, it was captured; of a
 * report of which no such day is entered that of its publication, else of its signature. Null where no day is known.
 */
export function recordedDay(report: ReportSummary): string | null {
  const changes = [
    ...report.replaced.map(({ until }) => until),
    ...report.redacted.map(({ day }) => day),
    report.captured,
  ].filter(isDay);
  const last = changes.sort().at(-1);
  return last ?? [report.published?.value, report.signed?.value].find(isDay) ?? null;
}

function entryOf(report: ReportSummary): FeedEntry[] {
  const updated = recordedDay(report);
  if (updated === null) return [];
  const { id, title, published, issuerNames, region, year, regionPath } = report;
  return [
    {
      ...{ id, title, updated, region, year },
      published: isDay(published?.value) ? published.value : null,
      authors: issuerNames,
      summary: `${regionPath.join('') || placeOf(report)} ${year}年度`,
    },
  ];
}

const newestFirst = (
  one: { readonly id: string; readonly day: string },
  other: { readonly id: string; readonly day: string },
) => compareText(other.day, one.day) || compareText(one.id, other.id);

/** The names of the feeds that tell of a report: the whole archive’s, its year’s, those of its region and all above. */
function feedsOf({ tree }: ArchiveIndex, region: string, year: number): string[] {
  const path = region === stateCode ? [stateCode] : tree.path(region, year).map(({ code }) => code);
  return ['all', String(year), ...path];
}

/** All feeds of the archive; there is none for what has neither a report with a day nor a withdrawal. */
export function feeds(index: ArchiveIndex, withdrawals: readonly Withdrawal[]): Map<string, Feed> {
  const entries = new Map<string, FeedEntry[]>();
  const deletions = new Map<string, FeedDeletion[]>();
  const add = <Item>(lists: Map<string, Item[]>, name: string, item: Item): void => {
    const list = lists.get(name);
    if (!list) lists.set(name, [item]);
    else if (list.length < feedLength) list.push(item);
  };
  const told = index.reports.flatMap(entryOf).map((entry) => ({ ...entry, day: entry.updated }));
  for (const { day: _, ...entry } of told.sort(newestFirst))
    for (const name of feedsOf(index, entry.region, entry.year)) add(entries, name, entry);
  for (const { id, day, by, reason } of withdrawals.filter(({ day }) => isDay(day)).sort(newestFirst)) {
    const { region, year } = parsedReportId(id) ?? { region: stateCode, year: 0 };
    for (const name of feedsOf(index, region, year)) add(deletions, name, { id, day, by, reason });
  }
  return new Map(
    [...new Set([...entries.keys(), ...deletions.keys()])].map((name) => {
      const [own, gone] = [entries.get(name) ?? [], deletions.get(name) ?? []];
      const updated = [own[0]?.updated ?? '', gone[0]?.day ?? ''].sort().at(-1) ?? '';
      const of = name === 'all' ? '' : /^\d{4}$/.test(name) ? `${name}年度` : index.tree.pathNames(name).join('');
      return [name, { name, of, updated, entries: own, deletions: gone }];
    }),
  );
}
