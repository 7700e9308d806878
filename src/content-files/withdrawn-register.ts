import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, issueText } from '../archive/issue.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { parsedReportId, type ReportId, reportFile } from '../archive/report-id.ts';
import type { Withdrawal } from '../archive/withdrawal.ts';
import { csvRecords, registerCell } from './csv.ts';

/** The register of reports that were taken out, below the content folder. */
export const withdrawnFile = 'withdrawn.csv';

/** An entry of the register: the withdrawal, and the captures that went with the report and must not come in again. */
export interface WithdrawnEntry extends Withdrawal {
  /** SHA-256 of their bytes, lower-case hex. */
  readonly captures: readonly string[];
}

interface PlacedEntry {
  readonly entry: WithdrawnEntry;
  readonly line: number;
}

const columns = ['report', 'issuers', 'day', 'by', 'reason', 'captures', 'versions'] as const;
const headLine = columns.join(',');
/** Registers were written without `versions` once. */
const olderHeadLine = columns.slice(0, -1).join(',');
const head = `# 收录后撤除的报告，由 npm run withdraw 写入，每行一份：report 编号，issuers 制发机关，day 撤除的日期，by 由谁撤除，reason 缘由（公开）。
# captures 是随之撤下的采集原件的校验值，以空格分开，不得再导入；versions 是一同撤下的旧版的序号，以空格分开。重新收录时删去这一行。
${headLine}
`;

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** What a cell lists with spaces between. */
const words = (cell: string): string[] => (cell === '' ? [] : cell.split(' '));

function* rowFaults(cells: readonly string[], wanted: number): Generator<string> {
  const [report = '', issuers = '', day = '', by = '', reason = '', captures = '', versions = ''] = cells;
  if (cells.length !== wanted) yield `有 ${cells.length} 列，应为 ${wanted} 列`;
  if (!parsedReportId(report)) yield `report 为“${report}”，应为报告的编号，如 370304/2022`;
  if (!isDay(day)) yield `day 为“${day}”，应为撤除的日期，如 2026-11-22`;
  for (const [column, cell] of [['issuers', issuers] as const, ['by', by] as const, ['reason', reason] as const]) {
    if (cell === '') yield `${column} 为空`;
    if (cell !== cell.trim() || /[\r\n]/.test(cell)) yield `${column} 为“${cell}”，须写在一行内，首尾不能有空白`;
  }
  if (!/^(?:[0-9a-f]{64}(?: [0-9a-f]{64})*)?$/.test(captures))
    yield 'captures 应为 64 位十六进制小写的校验值，以一个空格分开';
  if (!/^(?:[1-9]\d{0,3}(?: [1-9]\d{0,3})*)?$/.test(versions))
    yield `versions 为“${versions}”，应为旧版的序号，以一个空格分开，如 1 2`;
}

/** The register's sound entries with the lines they stand on, and what is wrong with the others. */
export function readWithdrawnRegister(folder: string): { entries: PlacedEntry[]; issues: Issue[] } {
  const entries: PlacedEntry[] = [];
  const issues: Issue[] = [];
  const path = join(folder, withdrawnFile);
  if (!existsSync(path)) return { entries, issues };
  const issue = (code: 'withdrawn/csv' | 'withdrawn/row', line: number, message: string): void => {
    issues.push({ code, severity: 'error', file: withdrawnFile, line, message, hint: '改正这一行' });
  };
  const { records, problems } = csvRecords(readFileSync(path, 'utf8'));
  for (const { line, message } of problems) issue('withdrawn/csv', line, message);
  const [first, ...rows] = records;
  const found = first?.cells.join(',') ?? '';
  if (found !== headLine && found !== olderHeadLine) {
    issue('withdrawn/csv', first?.line ?? 1, `第一行为“${found}”，应为“${headLine}”`);
    return { entries, issues };
  }
  for (const { line, cells } of rows) {
    const faults = [...rowFaults(cells, found.split(',').length)];
    const [id = '', issuers = '', day = '', by = '', reason = '', captures = '', versions = ''] = cells;
    if (faults.length > 0) issue('withdrawn/row', line, `${cells.join(',')}：${faults.join('；')}`);
    else
      entries.push({
        line,
        entry: { id, issuers, day, by, reason, captures: words(captures), versions: words(versions).map(Number) },
      });
  }
  return { entries, issues };
}

/** Files of a report below the content folder, its superseded versions too, sorted; empty where none is there. */
export function filesOfReport(folder: string, id: ReportId): string[] {
  const main = `reports/${reportFile(id)}`;
  return [
    ...(existsSync(join(folder, main)) ? [main] : []),
    ...globSync(main.replace(/\.md$/, '.v*.md'), { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .sort(),
  ];
}

/**
 * Everything wrong with a content folder's `withdrawn.csv`: `withdrawn/csv` and `withdrawn/row` by itself;
 * `withdrawn/region-unknown`, `withdrawn/duplicate`; `withdrawn/held` where a file of the report is there; all errors.
 */
export function withdrawnIssues(folder: string, tree: RegionTree): Issue[] {
  const { entries, issues } = readWithdrawnRegister(folder);
  const seen = new Map<string, number>();
  for (const { line, entry } of entries) {
    const { id } = entry;
    const issue = (code: Issue['code'], message: string, hint: string): void => {
      issues.push({ code, severity: 'error', file: withdrawnFile, line, message, hint });
    };
    const parts = parsedReportId(id);
    if (parts && !tree.region(parts.region, parts.year))
      issue(
        'withdrawn/region-unknown',
        `行政区划代码 ${parts.region} 在 ${parts.year} 年没有对应的单位`,
        '核对编号；登记有缺漏的补入 content/regions/',
      );
    const before = seen.get(id);
    if (before === undefined) seen.set(id, line);
    else issue('withdrawn/duplicate', `${id} 已在第 ${before} 行登记`, '删去其中一行');
    const files = filesOfReport(folder, id);
    if (files.length > 0)
      issue(
        'withdrawn/held',
        `${id} 登记为已撤除，而 ${files.join('、')} 仍在`,
        `再运行一次 npm run withdraw -- ${id}，或删去这一行`,
      );
  }
  return issues;
}

/** The entries of a content folder's `withdrawn.csv`, which must be sound; throws with all issues when it is not. */
export function withdrawnEntries(folder: string): WithdrawnEntry[] {
  const { entries, issues } = readWithdrawnRegister(folder);
  if (issues.length > 0) throw new Error(issues.map(issueText).join('\n'));
  return entries.map(({ entry }) => entry);
}

/** Whether a capture went with a report that was taken out, so that its bytes may not come in again. */
export function isWithdrawnCapture(folder: string, sha256: string): boolean {
  const path = join(folder, withdrawnFile);
  return existsSync(path) && readFileSync(path, 'utf8').includes(sha256);
}

/**
 * The register's text with one more entry; one that is there for the report already gives way to it. Rows of a register
 * that was written without `versions` get an empty cell.
 */
export function withdrawnFileText(folder: string, entry: WithdrawnEntry): string {
  const path = join(folder, withdrawnFile);
  const before = existsSync(path) ? readFileSync(path, 'utf8').replace(/(?<!\n)$/, '\n') : head;
  const lines = before.split('\n').filter((line) => !line.startsWith(`${entry.id},`));
  const isOlder = lines.includes(olderHeadLine);
  const kept = lines.map((line) => {
    if (line === olderHeadLine) return headLine;
    return isOlder && line !== '' && !line.startsWith('#') ? `${line},` : line;
  });
  const { id, issuers, day, by, reason, captures, versions } = entry;
  const row = [id, issuers, day, by, reason, captures.join(' '), versions.join(' ')].map(registerCell).join(',');
  return `${kept.join('\n')}${row}\n`;
}
