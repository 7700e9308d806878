import type { ArchiveIndex } from '../archive/archive-index.ts';
import { departmentKey, departmentName } from '../archive/issuer-department.ts';
import type { ReportSummary } from '../archive/report-summary.ts';

/**
 * What the box for places, years and departments loads at its first use, beside the register of regions: which
 * reports there are, without their titles.
 */
export interface BoxFile {
  /** A line a place: code, years of its government's reports newest first, then `slug years` of each department. */
  readonly places: string;
  /** Year and number of reports, newest first. */
  readonly years: readonly (readonly [number, number])[];
  /** Key, name and number of reports of each department that has any. */
  readonly departments: readonly (readonly [string, string, number])[];
}

/** Years newest first with runs drawn together: `2024-2022 2019`. */
function yearsText(reports: readonly ReportSummary[]): string {
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => b - a);
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run[1] === year + 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([last, first]) => (last === first ? String(last) : `${last}-${first}`)).join(' ');
}

/** The years of a text that `yearsText` wrote. */
export const yearsOfText = (text: string): number[] =>
  text.split(' ').flatMap((run) => {
    const [last = 0, first = last] = run.split('-').map(Number);
    return last > 0 ? Array.from({ length: last - first + 1 }, (_, at) => last - at) : [];
  });

/** Packs which reports there are into the box's file. Linear. */
export function boxFile({ reports, years, ofYear }: ArchiveIndex): BoxFile {
  const places = [...Map.groupBy(reports, ({ region }) => region)].map(([code, held]) => {
    const bySlug = Map.groupBy(held, ({ slug }) => slug ?? '');
    const own = yearsText(bySlug.get('') ?? []);
    bySlug.delete('');
    return [code, own, ...[...bySlug].map(([slug, theirs]) => `${slug} ${yearsText(theirs)}`)].join('\t');
  });
  const departments = Map.groupBy(
    reports.filter(({ slug, issuerKind }) => slug !== null && issuerKind === 'department'),
    ({ slug }) => departmentKey(slug ?? ''),
  );
  return {
    places: places.join('\n'),
    years: years.map((year) => [year, ofYear(year).length] as const),
    departments: [...departments].flatMap(([key, theirs]) => {
      const [first] = theirs;
      return first ? [[key, departmentName(first), theirs.length] as const] : [];
    }),
  };
}
