import { provinceOfCode } from '../archive/region-code.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { compareText } from '../text/order.ts';

/** What a list of reports says of one beside its figures. */
export interface ReportRecord {
  /** Names of the regions from the province down. */
  readonly path: readonly string[];
  readonly issuers: readonly string[];
  readonly title: string;
  /** Day of publication as far as it is known (`2025-01-08`, `2025-01`), else null. */
  readonly published: string | null;
}

/** Reports of one province, by id. */
export type ReportRecords = Readonly<Record<string, ReportRecord>>;

type Recorded = Pick<ReportSummary, 'id' | 'region' | 'regionPath' | 'issuerNames' | 'title' | 'published'>;

/** The records of all reports, by the code of their province and then by id; the State's own under `000000`. */
export function recordsByProvince(reports: readonly Recorded[]): Map<string, ReportRecords> {
  const sorted = [...reports].sort((a, b) => compareText(a.id, b.id));
  const provinces = Map.groupBy(sorted, ({ region }) => provinceOfCode(region));
  return new Map(
    [...provinces].map(([code, some]) => [
      code,
      Object.fromEntries(
        some.map(({ id, regionPath, issuerNames, title, published }): [string, ReportRecord] => [
          id,
          { path: regionPath, issuers: issuerNames, title, published: published?.value ?? null },
        ]),
      ),
    ]),
  );
}

const isRecord = (value: unknown): value is ReportRecord =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  Array.isArray(value.path) &&
  'issuers' in value &&
  Array.isArray(value.issuers) &&
  'title' in value &&
  typeof value.title === 'string' &&
  'published' in value;

/** Whether a value that was fetched is a file of records. */
export const isReportRecords = (value: unknown): value is ReportRecords =>
  typeof value === 'object' && value !== null && Object.values(value).every(isRecord);
