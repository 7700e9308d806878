import { provinceOfCode } from '../archive/region-code.ts';
import type { ReportSummary } from '../archive/report-summary.ts';

/** The reports whose texts stand in one file. */
export interface TextFile {
  /** Code of the province, `000000` for the State's own. */
  readonly province: string;
  readonly year: number;
  readonly reports: readonly ReportSummary[];
}

/** The files of whole texts, by province and year; reports in the order in which they are given. */
export function textFiles(reports: readonly ReportSummary[]): TextFile[] {
  const groups = Map.groupBy(reports, ({ region, year }) => `${provinceOfCode(region)}/${year}`);
  return [...groups].map(([key, some]) => ({ province: key.slice(0, 6), year: Number(key.slice(7)), reports: some }));
}
