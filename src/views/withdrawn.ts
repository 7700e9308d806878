import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Region } from '../archive/region.ts';
import { parsedReportId } from '../archive/report-id.ts';
import type { Withdrawal } from '../archive/withdrawal.ts';

/** Which of a report's pages: the report itself, its record, or a superseded text by its number. */
export type ReportPart = 'report' | 'record' | number;

/** What an address of a report that was taken out shows: what stood there, and that it no longer does. */
export interface WithdrawnView {
  readonly withdrawal: Withdrawal;
  readonly part: ReportPart;
  /** The region and those above it in the report's year, from the province down; empty for the State. */
  readonly path: readonly Region[];
  readonly region: string;
  readonly year: number;
}

/** The page that stands where a report's page was. Throws where the withdrawal's id is none. */
export function withdrawnView({ tree }: ArchiveIndex, withdrawal: Withdrawal, part: ReportPart): WithdrawnView {
  const parts = parsedReportId(withdrawal.id);
  if (!parts) throw new Error(`no report has the id ${withdrawal.id}`);
  const { region, year } = parts;
  return { withdrawal, part, path: tree.path(region, year), region, year };
}
