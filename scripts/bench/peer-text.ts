import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/archive/report-schema.ts';
import { idOfReportFile, reportFiles, soundReport } from '../../src/content-files/report-store.ts';

/** One report as another program is given it: the same body, its own front matter. */
export interface PeerReport {
  readonly id: string;
  readonly report: Report;
  readonly body: string;
}

/** All reports of a content folder, one at a time. */
export function* peerReports(content: string): Generator<PeerReport> {
  for (const file of reportFiles(content)) {
    const { report, body } = soundReport(content, file);
    yield { id: idOfReportFile(file), report, body };
  }
}

/** Writes a file, its folders too. */
export function writeBelow(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
