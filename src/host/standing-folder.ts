import { statSync } from 'node:fs';
import { ExpectedFailure } from './expected-failure.ts';

/** A folder that must be there already; throws `ExpectedFailure` where there is none, naming who chose it. */
export function standingFolder(folder: string, chosenBy: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new ExpectedFailure(`没有这个文件夹：${folder}（由 ${chosenBy} 指定，须先有此文件夹）`);
}
