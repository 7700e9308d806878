import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageRecord } from '../archive/coverage.ts';
import { type Issue, issueText } from '../archive/issue.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { reportFile } from '../archive/report-id.ts';
import { type CoverageEntry, readCoverageFile } from './coverage-file.ts';
import { registerFile } from './text-file.ts';

const file = 'coverage.csv';

function read(folder: string): { entries: CoverageEntry[]; issues: Issue[] } {
  const { text, issues } = registerFile(folder, file, 'coverage');
  const read = text === null ? { entries: [], issues: [] } : readCoverageFile(text, file);
  return { entries: read.entries, issues: [...issues, ...read.issues] };
}

function entryFault(
  { record }: CoverageEntry,
  tree: RegionTree,
  folder: string,
): [Issue['code'], string, string] | null {
  const { region, year, state } = record;
  if (!tree.region(region, year))
    return [
      'coverage/region-unknown',
      `行政区划代码 ${region} 在 ${year} 年没有对应的单位`,
      '核对代码；当年没有建制的不必登记，登记有缺漏的补入 content/regions/',
    ];
  if (state === 'withdrawn' && existsSync(join(folder, 'reports', reportFile(`${region}/${year}`))))
    return [
      'coverage/withdrawn-held',
      `${region}/${year} 登记为已撤除，但本库仍收有这份报告`,
      '撤下报告，或删去这一行',
    ];
  return null;
}

/** Everything wrong with a content folder's `coverage.csv`, by itself and against the register and the reports. */
export function coverageIssues(folder: string, tree: RegionTree): Issue[] {
  const { entries, issues } = read(folder);
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const fault = entryFault(entry, tree, folder);
    const at = { severity: 'error', file, line: entry.line } as const;
    if (fault) issues.push({ ...at, code: fault[0], message: fault[1], hint: fault[2] });
    const key = JSON.stringify(entry.record);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, entry.line);
    else issues.push({ ...at, code: 'coverage/duplicate', message: `与第 ${before} 行完全相同`, hint: '删去其中一行' });
  }
  return issues;
}

/** The entries of a content folder's `coverage.csv`, which must be sound; throws with all issues when it is not. */
export function coverageRecords(folder: string): CoverageRecord[] {
  const { entries, issues } = read(folder);
  if (issues.length > 0) throw new Error(issues.map(issueText).join('\n'));
  return entries.map(({ record }) => record);
}
