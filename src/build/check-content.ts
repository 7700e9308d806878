import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareIssues, type Issue, issueText } from '../archive/issue.ts';
import { checkMemory, checkMemoryFile } from '../content-check/check-memory.ts';
import { type CheckedText, contentIssues } from '../content-check/content-issues.ts';
import { forgetReadings, readingsKeeper } from '../content-check/kept-readings.ts';
import { knownSeals, readSeals } from '../host/known-seals.ts';
import { programDigest } from '../host/program-digest.ts';
import { progress } from '../host/progress.ts';

interface CheckOptions {
  /** Print errors only. */
  readonly quiet?: boolean;
  /** Codes (`doubt/signed-unknown`), areas of them (`doubt`) and severities that are printed; all where it is empty. */
  readonly only?: readonly string[];
  /** Sum up notes by their code, without saying each. */
  readonly sumsNotes?: boolean;
  readonly json?: boolean;
  /** Folder that remembers what was found in files that have not changed since. */
  readonly cache?: string;
  /** Take files whose size and times are those of the last check for the same; captures are else read each time. */
  readonly believesTimes?: boolean;
  /** Keep what was read of reports in that folder, until `forgetReadings`. */
  readonly keepsReadings?: boolean;
}

/** Digest of all that findings rest on besides the report itself: the register of regions and the program. */
function findingsBasis(folder: string): string {
  const hash = createHash('sha256').update(
    programDigest([
      'src/analysis',
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
    if (statSync(join(folder, file)).isFile()) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** Up to so many notes are said one by one. */
const mostNotes = 100;

const isAskedFor = ({ code, severity }: Issue, only: readonly string[]): boolean =>
  only.length === 0 || only.some((word) => word === severity || word === code || code.startsWith(`${word}/`));

/** Notes by code, the most frequent first, a line each. */
function noteSums(notes: readonly Issue[]): string {
  const counts = [...Map.groupBy(notes, ({ code }) => code)].sort(
    ([one, few], [other, many]) => many.length - few.length || (one < other ? -1 : 1),
  );
  const lines = counts.map(
    ([code, { length }]) => `note ${code} ${length} 处（逐条：npm run check -- --only ${code}）`,
  );
  return lines.join('\n');
}

/** What a check leaves for what comes after it. */
export interface CheckedContent {
  /** False when something is an error. */
  readonly isSound: boolean;
  /** The text of each report file, superseded ones among them, by file relative to the folder. */
  readonly texts: ReadonlyMap<string, CheckedText>;
}

/** Checks a content folder and prints what was found. */
export async function checkContent(
  folder: string,
  {
    quiet = false,
    only = [],
    sumsNotes = false,
    json = false,
    cache,
    believesTimes = false,
    keepsReadings = false,
  }: CheckOptions = {},
): Promise<CheckedContent> {
  const memory = cache === undefined ? null : checkMemory(checkMemoryFile(cache), findingsBasis(folder));
  // What a killed build has left another program may have read.
  if (cache !== undefined) forgetReadings(cache);
  const readings = cache !== undefined && keepsReadings ? readingsKeeper(cache) : null;
  const seals = cache !== undefined && believesTimes ? knownSeals(join(cache, 'check-seals.json')) : readSeals;
  let phase: ReturnType<typeof progress> | null = null;
  const tell = (done: number, total: number): void => {
    phase ??= progress('检查内容', '份报告', total);
    phase.reach(done);
  };
  const { issues, texts, reports } = await contentIssues(folder, { memory, readings, seals, tell });
  const shown = issues
    .filter((issue) => (!quiet || issue.severity === 'error') && isAskedFor(issue, only))
    .sort(compareIssues);
  const notes = shown.filter(({ severity }) => severity === 'note');
  const isSummed = sumsNotes || (only.length === 0 && notes.length > mostNotes);
  const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
  if (json) console.log(JSON.stringify(shown, null, 2));
  else {
    for (const issue of shown) if (!isSummed || issue.severity !== 'note') console.error(issueText(issue));
    if (isSummed && notes.length > 0) console.error(noteSums(notes));
  }
  if (!json && (!quiet || count('error') > 0))
    console.error(`${reports} 份报告：错误 ${count('error')}，待查 ${count('warning')}，提示 ${count('note')}`);
  return { isSound: count('error') === 0, texts };
}
