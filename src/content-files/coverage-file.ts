import { type CoverageRecord, type RecordedState, recordedStates } from '../archive/coverage.ts';
import type { Issue } from '../archive/issue.ts';
import { regionCodePattern } from '../archive/report-id.ts';
import { csvRecords } from './csv.ts';

/** Columns of `coverage.csv`, in this order. */
export const coverageColumns = ['region', 'year', 'state', 'where', 'when', 'note'] as const;

/** An entry with the line it stands on. */
export interface CoverageEntry {
  readonly record: CoverageRecord;
  readonly line: number;
}

const isState = (text: string): text is RecordedState => recordedStates.some((state) => state === text);

const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** What a cell must be, by its column; what stands there is quoted before the sentence. */
const cellFaults: Readonly<Record<string, (cell: string) => string | null>> = {
  region: (cell) => (regionCodePattern.test(cell) ? null : '应为六位行政区划代码（可加 x 和两位数字）'),
  year: (cell) => (/^20\d{2}$/.test(cell) ? null : '应为所报告的年度，四位数字'),
  state: (cell) =>
    isState(cell) ? null : `应为 ${recordedStates.join('、')} 之一（已收的由报告自己说明，没有建制的由地区登记说明）`,
  where: (cell) => (cell === '' ? '应写在哪里查找或见到：网址，或网站和栏目的名称' : null),
  when: (cell) => (isDay(cell) ? null : '应为查找或见到的日期，如 2026-11-22'),
};

function* rowFaults(cells: readonly string[]): Generator<string> {
  for (const [index, column] of coverageColumns.entries()) {
    const cell = cells[index] ?? '';
    const fault = cellFaults[column]?.(cell) ?? (cell === cell.trim() ? null : '首尾不能有空白');
    if (fault) yield `${column} 为“${cell}”，${fault}`;
  }
  const [, year = '', state = '', where = '', when = ''] = cells;
  if (/^https?:/.test(where) && !URL.canParse(where)) yield `where 为“${where}”，不是完整的网址`;
  // A report of a year cannot be missed before the year is over.
  if (isDay(when) && state === 'not-found' && when.slice(0, 4) <= year)
    yield `when 为“${when}”，${year} 年度的报告在次年才公布`;
}

function recordIn(cells: readonly string[]): { record: CoverageRecord } | { faults: string[] } {
  if (cells.length !== coverageColumns.length)
    return { faults: [`有 ${cells.length} 列，应为 ${coverageColumns.length} 列`] };
  const faults = [...rowFaults(cells)];
  const [region = '', year = '', state = '', where = '', when = '', note = ''] = cells;
  if (faults.length > 0 || !isState(state)) return { faults };
  return { record: { region, year: Number(year), state, where, when, note } };
}

/**
 * Reads `coverage.csv`. `file` only names it in issues. Errors, one for each bad line, all at once: `coverage/csv`
 * (not CSV, other columns), `coverage/row` (a cell that is not what its column wants).
 */
export function readCoverageFile(text: string, file: string): { entries: CoverageEntry[]; issues: Issue[] } {
  const issue = (code: 'coverage/csv' | 'coverage/row', line: number, message: string, hint: string): Issue => ({
    code,
    severity: 'error',
    file,
    line,
    message,
    hint,
  });
  const { records, problems } = csvRecords(text);
  const issues = problems.map(({ line, message }) =>
    issue('coverage/csv', line, message, '含逗号的单元格用半角双引号括起'),
  );
  const [head, ...others] = records;
  const wanted = coverageColumns.join(',');
  if (head?.cells.join(',') !== wanted) {
    const shown = head?.cells.join(',') ?? '空文件';
    const fault = issue('coverage/csv', head?.line ?? 1, `第一行为“${shown}”`, `应为“${wanted}”`);
    return { entries: [], issues: [...issues, fault] };
  }
  const entries: CoverageEntry[] = [];
  for (const { line, cells } of others) {
    const found = recordIn(cells);
    if ('record' in found) entries.push({ ...found, line });
    else
      issues.push(
        issue(
          'coverage/row',
          line,
          `${cells.join(',')}：${found.faults.join('；')}`,
          '改正这一行，再运行 npm run check',
        ),
      );
  }
  return { entries, issues };
}
