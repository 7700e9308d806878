import { provinceOfCode } from '../../../archive/region-code.ts';
import type { SiteRoutes } from '../../../archive/routes.ts';
import { saying } from '../../../i18n/saying.ts';
import { isReportRecords, type ReportRecord, type ReportRecords } from '../../../views/report-records.ts';
import { type ReportFacts, Unanswered } from '../exact/engine.ts';

const loading = new Map<string, Promise<ReportRecords>>();

async function fetched(address: string): Promise<ReportRecords> {
  const unanswered = new Unanswered(saying('indexUnreachable', { address }));
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw unanswered;
  const value: unknown = await response.json().catch(() => null);
  if (!isReportRecords(value)) throw unanswered;
  return value;
}

function recordsAt(address: string): Promise<ReportRecords> {
  const records = loading.get(address) ?? fetched(address);
  loading.set(address, records);
  records.catch(() => loading.delete(address));
  return records;
}

/**
 * Titles, issuers and days of reports, by id; a file for each province that they are of, fetched once. Rejects with
 * `Unanswered` where one cannot be had or lacks a report: no column is left empty for that.
 */
export async function reportRecords(
  routes: Pick<SiteRoutes, 'reportRecords'>,
  reports: readonly Pick<ReportFacts, 'id' | 'region'>[],
): Promise<ReadonlyMap<string, ReportRecord>> {
  const provinces = [...new Set(reports.map(({ region }) => provinceOfCode(region)))];
  const files = new Map(
    await Promise.all(provinces.map(async (code) => [code, await recordsAt(routes.reportRecords(code))] as const)),
  );
  return new Map(
    reports.map(({ id, region }) => {
      const province = provinceOfCode(region);
      const record = files.get(province)?.[id];
      if (!record) throw new Unanswered(saying('indexForeign'));
      return [id, record];
    }),
  );
}
