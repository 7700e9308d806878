import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOutcome } from '../import/import-outcome.ts';
import { importRun } from '../import/import-run.ts';
import { capturesFolder } from './collected-files.ts';
import { type Candidate, isUnreadable } from './collected-reports.ts';

/** A candidate with what the import says of it, having written nothing. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly outcome: ImportOutcome;
}

/** Where a content folder's own vocabulary stands, else the one that comes with the program. */
export function vocabularyFolder(content: string, own: string, name: string): string {
  return existsSync(join(content, name)) ? content : own;
}

/** Has the import look at candidates without writing anything, one after the other; old Word files are passed over. */
export async function* judgedCandidates(
  folder: string,
  candidates: readonly Candidate[],
  { content, own, today, withBody }: { content: string; own: string; today: string; withBody: boolean },
): AsyncGenerator<JudgedCandidate> {
  const read = candidates.filter((one) => !isUnreadable(one));
  const tasks = read.map(({ file, addresses: [address = null], captured }) => {
    return { file: join(capturesFolder(folder), file), origin: { address, captured }, asksAddress: false };
  });
  const of = (name: string): string => vocabularyFolder(content, own, name);
  const run = importRun(tasks, {
    setting: { ...{ content, today, isDry: true, withBody, mode: 'new' }, keepsDiffering: false, overrules: {} },
    vocabularies: { regions: of('regions'), issuers: of('issuers.yaml'), hosts: of('hosts.csv') },
  });
  let at = 0;
  for await (const outcome of run.outcomes) {
    const candidate = read[at++];
    if (candidate) yield { candidate, outcome };
  }
}
