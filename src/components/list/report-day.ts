import type { ReportSummary } from '../../archive/report-summary.ts';
import { type Saying, saying } from '../../i18n/saying.ts';

/** What a list says of a report's day: that of publication, else that of signature, else that none is known. */
export function reportDay({ published, signed }: ReportSummary): Saying {
  if (published) return saying('publishedOn', { day: published.value });
  return signed ? saying('signedOn', { day: signed.value }) : saying('publishedUnknown');
}
