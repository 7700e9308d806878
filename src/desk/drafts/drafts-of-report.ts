import { readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { machineRefusal } from '../../host/expected-failure.ts';
import { draftFolder, draftNames } from './draft.ts';
import { heldRecord } from './draft-record.ts';

/** Names of the drafts that a report's texts stand in: of one of its captures, or recognised as the report itself. */
export function draftsOfReport(content: string, id: string, captures: readonly string[]): string[] {
  const own = new Set(captures);
  return draftNames(content).filter((name) => own.has(name) || heldRecord(content, name)?.record.reportId === id);
}

/** All files of drafts, below the content folder. */
export function filesOfDrafts(content: string, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    readdirSync(join(content, draftFolder(name)))
      .sort()
      .map((file) => `${draftFolder(name)}/${file}`),
  );
}

/** Takes away the folders of drafts whose files are gone. */
export function clearDrafts(content: string, names: readonly string[]): void {
  for (const name of names)
    try {
      rmdirSync(join(content, draftFolder(name)));
    } catch (error) {
      // Somebody else's file stands there: the check tells of it.
      if (!machineRefusal(error)) throw error;
    }
}
