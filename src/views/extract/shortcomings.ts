import type { Completeness } from '../../analysis/completeness/completeness.ts';
import type { Shortcomings } from '../../analysis/completeness/shortcomings.ts';
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import type { IssuerKind } from '../../archive/issuer.ts';
import type { Level, Region } from '../../archive/region.ts';
import type { RegionTree } from '../../archive/region-tree.ts';
import type { ReportId } from '../../archive/report-id.ts';
import type { ReportSummary } from '../../archive/report-summary.ts';
import type { Saying } from '../../i18n/saying.ts';
import { type PlacePart, placeParts } from '../place-parts.ts';
import { issuerOf, placeBelow } from './completeness.ts';

/** How long a report's passage on shortcomings is: its paragraphs, and its letters. */
export interface PassageSize {
  readonly paragraphs: number;
  readonly characters: number;
  /** Sentences that name a cause. */
  readonly causes: number;
}

/** What lists need of each report, beside the documents that it names; `passage` null where it has none. */
export interface ReportFacts {
  readonly completeness: Completeness;
  readonly passage: PassageSize | null;
}

/** The same by report; null where the program failed. */
export type FactsOf = (id: ReportId) => ReportFacts | null;

/** A report in a list of passages on shortcomings. */
export interface ShortcomingsEntry {
  readonly id: ReportId;
  readonly place: string;
  readonly issuer: Saying | string;
  readonly kind: IssuerKind;
  readonly level: Level;
  readonly year: number;
  /** Changes with the report, whose text the page shows. */
  readonly digest: string;
  /** Null where the text held has no such passage, or the program failed. */
  readonly passage: PassageSize | null;
  /** Where the report tells of the next year's plan, without `#`; null where it was not found. */
  readonly plan: string | null;
}

/** What a year's reports of a place say of their shortcomings. */
export interface ShortcomingsView extends Omit<PlacePart, 'reports'> {
  readonly year: number;
  readonly entries: readonly ShortcomingsEntry[];
}

/** What the reports of one place say of their shortcomings, newest first. */
export interface RegionShortcomingsView {
  readonly code: string;
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly entries: readonly ShortcomingsEntry[];
  /** Reports that are named only: more than a page can hold. */
  readonly rest: readonly ShortcomingsEntry[];
}

/** Bytes of HTML that passages may take on one page, and what surrounds each. */
const most = 72_000;
const frame = 900;
const frameOfParagraph = 130;

function entryOf(tree: RegionTree, report: ReportSummary, place: string, factsOf: FactsOf): ShortcomingsEntry {
  const facts = factsOf(report.id);
  return {
    ...{ id: report.id, place, issuer: issuerOf(report), year: report.year, digest: report.digest },
    kind: report.issuerKind,
    level: tree.region(report.region, report.year)?.level ?? 'county',
    passage: facts?.passage ?? null,
    plan: facts?.completeness.items.find(({ role }) => role === 'plan')?.anchor ?? null,
  };
}

const weightOf = (passage: PassageSize | null): number =>
  frame + (passage ? passage.characters * 3 + passage.paragraphs * frameOfParagraph : 0);

/** The pages of a year in a province. */
export function shortcomingsViews(
  index: ArchiveIndex,
  year: number,
  province: Region,
  factsOf: FactsOf,
): ShortcomingsView[] {
  const weight = ({ id }: ReportSummary): number => weightOf(factsOf(id)?.passage ?? null);
  const parts = placeParts(index, province, index.ofYearInProvince(year, province.code), { weight, most });
  return parts.map(({ reports, ...part }) => ({
    ...{ ...part, year },
    entries: reports.map((report) => entryOf(index.tree, report, placeBelow(report, part.path), factsOf)),
  }));
}

/** The page of one place over the years: its government's reports first; null where none of its own is held. */
export function regionShortcomings(
  { ofRegion, tree }: ArchiveIndex,
  code: string,
  factsOf: FactsOf,
): RegionShortcomingsView | null {
  const path = tree.path(code).map((unit) => ({ code: unit.code, name: unit.name }));
  const reports = ofRegion(code).toSorted(
    (a, b) => Number(a.slug !== null) - Number(b.slug !== null) || b.year - a.year,
  );
  if (reports.length === 0) return null;
  const entries: ShortcomingsEntry[] = [];
  const rest: ShortcomingsEntry[] = [];
  let weight = 0;
  for (const report of reports) {
    const entry = entryOf(tree, report, report.regionPath.at(-1) ?? '', factsOf);
    weight += weightOf(entry.passage);
    (weight <= most ? entries : rest).push(entry);
  }
  return { code, path, entries, rest };
}

/** The passages of reports as lines of JSON, a report a line; `paragraphs` null where a report has no such passage. */
export function shortcomingsLines(
  reports: readonly ReportSummary[],
  passages: ReadonlyMap<ReportId, Shortcomings | null>,
): string {
  return reports
    .map(({ id, region, regionPath, year, issuerKind, digest }) => {
      const passage = passages.get(id) ?? null;
      const line = {
        ...{ report: id, region, place: regionPath.join(' '), year, issuerKind, digest },
        paragraphs: passage?.paragraphs ?? null,
        characters: passage?.characters ?? null,
        share: passage && Math.round((passage.characters / Math.max(1, passage.all)) * 1000) / 1000,
        causes: passage?.causes ?? null,
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
