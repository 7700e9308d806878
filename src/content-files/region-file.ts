import type { Issue } from '../archive/issue.ts';
import { type Level, levels, type Region } from '../archive/region.ts';
import { levelOfCode } from '../archive/region-code.ts';
import { regionCodePattern } from '../archive/report-id.ts';
import { csvCell, csvRecords } from './csv.ts';

/** Columns of a file in `content/regions/`, in this order. */
export const regionColumns = [
  'code',
  'name',
  'level',
  'parent',
  'since',
  'until',
  'successors',
  'source',
  'note',
] as const;

/** A unit as a file of the register states it, with the line it stands on and what it rests on. */
export interface RegionRow {
  readonly region: Region;
  readonly file: string;
  readonly line: number;
  /** The decision that made or ended the unit: 国函〔2018〕87号. */
  readonly source: string;
  readonly note: string;
}

const isLevel = (text: string): text is Level => levels.some((level) => level === text);

/** A calendar year, null where the cell is empty, undefined where it holds something else. */
function yearIn(cell: string): number | null | undefined {
  if (cell === '') return null;
  return /^(?:19|20)\d{2}$/.test(cell) ? Number(cell) : undefined;
}

/** What is wrong with a row, each with what stands there and what is wanted. */
function* faults(cells: readonly string[]): Generator<string> {
  const [code = '', name = '', level = '', parent = '', since = '', until = '', successors = '', source = ''] = cells;
  for (const [index, cell] of cells.entries())
    if (cell !== cell.trim()) yield `${regionColumns[index]} 首尾有空白:“${cell}”`;
  if (!regionCodePattern.test(code)) yield `code 为“${code}”,应为六位数字(可加 x 和两位数字)`;
  if (name === '') yield 'name 是空的,应为当时的名称';
  const wanted = levelOfCode(code);
  if (!isLevel(level)) yield `level 为“${level}”,应为 ${levels.join('、')} 之一`;
  else if (wanted !== null && level !== wanted) yield `level 为“${level}”,而代码 ${code} 应为 ${wanted}`;
  if (parent !== '' && !regionCodePattern.test(parent)) yield `parent 为“${parent}”,应为上级的代码`;
  if (parent === '' && level !== 'province' && level !== 'national') yield 'parent 是空的,应为上级的代码';
  const from = yearIn(since);
  const to = yearIn(until);
  if (from === undefined) yield `since 为“${since}”,应为四位年份,不知道则留空`;
  if (to === undefined) yield `until 为“${until}”,应为四位年份,仍在则留空`;
  if (from && to && from > to) yield `since ${from} 晚于 until ${to}`;
  for (const next of successors === '' ? [] : successors.split(';'))
    if (!regionCodePattern.test(next)) yield `successors 里的“${next}”不是代码;几个代码之间用半角分号`;
  if (successors !== '' && until === '') yield '仍在的区划不能有 successors';
  if (source === '') yield 'source 是空的,应写批准文件的文号';
}

/**
 * Reads one file of the register. `file` only names it in issues. Errors, one for each bad line, all at once:
 * `region/csv` (not CSV, other columns), `region/row` (a cell that is not what its column wants).
 */
export function readRegionFile(text: string, file: string): { rows: RegionRow[]; issues: Issue[] } {
  const { records, problems } = csvRecords(text);
  const issue = (code: 'region/csv' | 'region/row', line: number, message: string, hint: string): Issue => ({
    ...{ code, severity: 'error', file, line, message, hint },
  });
  const issues = problems.map(({ line, message }) =>
    issue('region/csv', line, message, '含逗号的单元格用半角双引号括起'),
  );
  const [head, ...others] = records;
  const wanted = regionColumns.join(',');
  if (head?.cells.join(',') !== wanted) {
    const shown = head?.cells.join(',') ?? '空文件';
    return {
      rows: [],
      issues: [...issues, issue('region/csv', head?.line ?? 1, `第一行为“${shown}”`, `应为“${wanted}”`)],
    };
  }
  const rows: RegionRow[] = [];
  for (const { line, cells } of others) {
    const count = `有 ${cells.length} 列,应为 ${regionColumns.length} 列`;
    const found = cells.length === regionColumns.length ? [...faults(cells)] : [count];
    const [
      code = '',
      name = '',
      level = '',
      parent = '',
      since = '',
      until = '',
      successors = '',
      source = '',
      note = '',
    ] = cells;
    if (found.length > 0 || !isLevel(level)) {
      issues.push(
        issue('region/row', line, `${cells.join(',')}:${found.join(';')}`, '改正这一行,再运行 npm run check'),
      );
      continue;
    }
    const region: Region = {
      ...{ code, name, level },
      parent: parent === '' ? null : parent,
      since: yearIn(since) ?? null,
      until: yearIn(until) ?? null,
      successors: successors === '' ? [] : successors.split(';'),
    };
    rows.push({ region, file, line, source, note });
  }
  return { rows, issues };
}

/** A register file of these rows, after lines of remarks. */
export function regionFileText(remarks: readonly string[], rows: readonly Omit<RegionRow, 'file' | 'line'>[]): string {
  const lines = rows.map(({ region, source, note }) => {
    const { code, name, level, parent, since, until, successors } = region;
    const cells = [
      code,
      name,
      level,
      parent ?? '',
      `${since ?? ''}`,
      `${until ?? ''}`,
      successors.join(';'),
      source,
      note,
    ];
    return cells.map(csvCell).join(',');
  });
  return [...remarks.map((remark) => `# ${remark}`), regionColumns.join(','), ...lines, ''].join('\n');
}
