/**
 * Identity of a report inside the archive: `<region>/<year>` for the government's report or the joint one,
 * `-party` for the party committee's own, `-<slug>` for a department: `341824/2023`, `120102/2024-justice-bureau`.
 */
export type ReportId = string;

/** A region's code: six digits of GB/T 2260, or its parent's six digits with `x` and two digits where it has none. */
export const regionCodePattern = /^\d{6}(?:x\d{2})?$/;

/** What follows the year in an id: `party`, or the stable ASCII name of a department. */
export const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const idPattern = /^(\d{6}(?:x\d{2})?)\/(\d{4})(?:-([a-z][a-z0-9]*(?:-[a-z0-9]+)*))?$/;

/** The parts that make an id; `slug` is null for a government's or a joint report. */
export interface ReportIdParts {
  readonly region: string;
  readonly year: number;
  readonly slug: string | null;
}

/** Builds the id from its parts. */
export function reportId({ region, year, slug }: ReportIdParts): ReportId {
  return `${region}/${year}${slug === null ? '' : `-${slug}`}`;
}

/** The parts of an id, or null when the text is none. */
export function parsedReportId(id: string): ReportIdParts | null {
  const found = idPattern.exec(id);
  if (!found) return null;
  return { region: found[1] ?? '', year: Number(found[2]), slug: found[3] ?? null };
}

/** Where a report's file stands below `content/reports/`: `14/140404/2024.md`. */
export function reportFile(id: ReportId): string {
  return `${id.slice(0, 2)}/${id}.md`;
}
