import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareIssues, issueText } from '../archive/issue.ts';
import { checkMemory, checkMemoryFile } from '../content-check/check-memory.ts';
import { contentIssues } from '../content-check/content-issues.ts';
import { programDigest } from '../host/program-digest.ts';
import { progress } from '../host/progress.ts';

interface CheckOptions {
  /** Print errors only. */
  readonly quiet?: boolean;
  readonly json?: boolean;
  /** Folder that remembers what was found in files that have not changed since. */
  readonly cache?: string;
}

/** Digest of all that findings rest on besides the report itself: the register of regions and the program. */
function findingsBasis(folder: string): string {
  const hash = createHash('sha256').update(
    programDigest([
      'src/archive',
      'src/content-check',
      'src/content-files',
      'src/i18n',
      'src/import/lines',
      'src/import/read',
      'src/import/write',
      'src/render',
      'src/search',
      'src/text',
    ]),
  );
  for (const file of [...globSync('regions/*.csv', { cwd: folder }), ...globSync('*.yaml', { cwd: folder })].sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** Checks a content folder and prints what was found; false when something is an error. */
export async function checkContent(
  folder: string,
  { quiet = false, json = false, cache }: CheckOptions = {},
): Promise<boolean> {
  const memory = cache === undefined ? null : checkMemory(checkMemoryFile(cache), findingsBasis(folder));
  let phase: ReturnType<typeof progress> | null = null;
  const tell = (done: number, total: number): void => {
    phase ??= progress('检查内容', '份报告', total);
    phase.reach(done);
  };
  const { issues, reports } = await contentIssues(folder, { memory, tell });
  const shown = issues.filter(({ severity }) => !quiet || severity === 'error').sort(compareIssues);
  const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
  if (json) console.log(JSON.stringify(shown, null, 2));
  else for (const issue of shown) console.error(issueText(issue));
  if (!json && (!quiet || count('error') > 0))
    console.error(`${reports} 份报告：错误 ${count('error')}，待查 ${count('warning')}，提示 ${count('note')}`);
  return count('error') === 0;
}
