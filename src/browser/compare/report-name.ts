import { parsedReportId } from '../../archive/report-id.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import type { FetchedReport } from '../served/fetched-report.ts';

/** What a report is called beside others: its place, or its department, and its year. */
export function reportName({ id, place }: Pick<FetchedReport, 'id' | 'place'>): Saying {
  return saying('placeOfYear', { place, year: String(parsedReportId(id)?.year ?? '') });
}
