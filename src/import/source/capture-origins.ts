import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { machineRefusal } from '../../host/expected-failure.ts';
import { importIssue } from '../lines/issue.ts';
import { capturesFile, listedName, type Origin, readCapturesFile } from './captures-file.ts';
import type { InputFile } from './input-files.ts';

/** What the lists beside captures say of them, and all that is wrong with the lists. */
export interface CaptureOrigins {
  /** From the nearest list that names the file; nothing where none does. */
  readonly originOf: (file: string) => Origin;
  readonly issues: readonly Issue[];
}

const nothing: Origin = { address: null, captured: null };

/** Folders in which a list may speak of a file: its own, and those above up to the one that was named. */
function foldersOf({ file, folder }: InputFile): string[] {
  const folders = [dirname(file)];
  if (folder === null) return folders;
  for (let at = dirname(file); relative(folder, at) !== ''; ) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Reads every `captures.csv` beside and above the inputs. `today` as ISO text. */
export function captureOrigins(files: readonly InputFile[], today: string): CaptureOrigins {
  const issues: Issue[] = [];
  const lists = new Map<string, ReadonlyMap<string, Origin>>();
  const byFile = new Map(files.map((input) => [input.file, foldersOf(input)]));
  for (const folder of new Set([...byFile.values()].flat())) {
    const list = join(folder, capturesFile);
    try {
      const read = readCapturesFile(readFileSync(list), list, today, (name) => isFile(join(folder, name)));
      lists.set(folder, read.origins);
      issues.push(...read.issues);
    } catch (error) {
      const refusal = machineRefusal(error);
      if (!refusal) throw error;
      if (refusal.code !== 'ENOENT')
        issues.push({ ...importIssue('captures/csv', null, refusal.sentence), file: list });
    }
  }
  const originOf = (file: string): Origin => {
    for (const folder of byFile.get(file) ?? []) {
      const found = lists.get(folder)?.get(listedName(relative(folder, file)));
      if (found) return found;
    }
    return nothing;
  };
  return { originOf, issues };
}
