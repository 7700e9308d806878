import { spreadsheetFile } from '../exports/spreadsheet.ts';
import type { DrawnReport } from './drawn-sample.ts';

/** A sample as a table; `address` gives a report's lasting address. */
export function sampleFile(drawn: readonly DrawnReport[], address: (id: string) => string): string {
  return spreadsheetFile(
    ['rank', 'lot', 'id', 'version', 'address', 'sha256', 'stratum'],
    drawn.map(({ lot, id, version, sha256, stratum }, at) => [at + 1, lot, id, version, address(id), sha256, stratum]),
  );
}
