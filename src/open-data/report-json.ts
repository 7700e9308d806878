import type { ReportBlock } from '../archive/report-block.ts';
import type { ReportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';

/** A report's text, block by block, with the places on its page. */
export type ReportText = readonly { readonly anchor: string; readonly block: ReportBlock }[];

/**
 * A report as one JSON object: all that is known of it and its whole text. `report-json-schema.ts` says what is in it;
 * what the import remembers for itself is left out.
 */
export function reportJson(id: ReportId, address: string, report: Report, text: ReportText): string {
  const { imported: _, ...record } = report;
  const version = (report.versions.at(-1)?.version ?? 0) + 1;
  return JSON.stringify({
    ...{ id, version, address },
    ...record,
    text: text.map(({ anchor, block }) => ({ anchor, ...block })),
  });
}
