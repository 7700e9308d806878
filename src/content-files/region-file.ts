import type { Issue } from '../archive/issue.ts';
import { type Level, levels, type Region } from '../archive/region.ts';
import { levelOfCode } from '../archive/region-code.ts';
import { regionCodePattern } from '../archive/report-id.ts';
import { csvRecords, registerCell } from './csv.ts';

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

/** What a cell must be, by its column; what stands there is quoted before the sentence. */
const cellFaults: Readonly<Record<string, (cell: string) => string | null>> = {
  code: (cell) => (regionCodePattern.test(cell) ? null : '应为六位数字（可加 x 和两位数字）'),
  name: (cell) => (cell === '' ? '应为当时的名称' : null),
  level: (cell) => (isLevel(cell) ? null : `应为 ${levels.join('、')} 之一`),
  parent: (cell) => (cell === '' || regionCodePattern.test(cell) ? null : '应为上级的代码'),
  since: (cell) => (yearIn(cell) === undefined ? '应为四位年份，不知道则留空' : null),
  until: (cell) => (yearIn(cell) === undefined ? '应为四位年份，仍在则留空' : null),
  successors: (cell) =>
    cell === '' || cell.split(';').every((code) => regionCodePattern.test(code))
      ? null
      : '应为代码，几个代码之间用半角分号',
  source: (cell) => (cell === '' ? '应写批准文件的文号' : null),
};

function* singleFaults(cells: readonly string[]): Generator<string> {
  for (const [index, column] of regionColumns.entries()) {
    const cell = cells[index] ?? '';
    const fault = cellFaults[column]?.(cell) ?? (cell === cell.trim() ? null : '首尾不能有空白');
    if (fault) yield `${column} 为“${cell}”，${fault}`;
  }
}

/** What cells say against each other, once each is sound. */
function* jointFaults({ code, level, parent, since, until, successors }: Region): Generator<string> {
  const wanted = levelOfCode(code);
  if (wanted !== null && level !== wanted) yield `level 为“${level}”，代码 ${code} 应为 ${wanted}`;
  const isTop = level === 'province' || level === 'national';
  if ((parent === null) !== isTop) yield isTop ? `parent 为“${parent}”，应留空` : 'parent 是空的，应为上级的代码';
  if (since !== null && until !== null && since > until) yield `since ${since} 晚于 until ${until}`;
  if (successors.length > 0 && until === null) yield '仍在的区划不能有 successors';
}

/** The unit that a row states, or all that is wrong with the row. */
function regionIn(cells: readonly string[]): { region: Region } | { faults: string[] } {
  if (cells.length !== regionColumns.length)
    return { faults: [`有 ${cells.length} 列，应为 ${regionColumns.length} 列`] };
  const single = [...singleFaults(cells)];
  const [code = '', name = '', level = '', parent = '', since = '', until = '', successors = ''] = cells;
  if (single.length > 0 || !isLevel(level)) return { faults: single };
  const region: Region = {
    code,
    name,
    level,
    parent: parent === '' ? null : parent,
    since: yearIn(since) ?? null,
    until: yearIn(until) ?? null,
    successors: successors === '' ? [] : successors.split(';'),
  };
  const joint = [...jointFaults(region)];
  return joint.length > 0 ? { faults: joint } : { region };
}

/**
 * Reads one file of the register. `file` only names it in issues. Errors, one for each bad line, all at once:
 * `region/csv` (not CSV, other columns), `region/row` (a cell that is not what its column wants).
 */
export function readRegionFile(text: string, file: string): { rows: RegionRow[]; issues: Issue[] } {
  const { records, problems } = csvRecords(text);
  const issue = (code: 'region/csv' | 'region/row', line: number, message: string, hint: string): Issue => ({
    code,
    severity: 'error',
    file,
    line,
    message,
    hint,
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
    const found = regionIn(cells);
    if ('region' in found) rows.push({ ...found, file, line, source: cells[7] ?? '', note: cells[8] ?? '' });
    else {
      const message = `${cells.join(',')}：${found.faults.join('；')}`;
      issues.push(issue('region/row', line, message, '改正这一行，再运行 npm run check'));
    }
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
    return cells.map(registerCell).join(',');
  });
  return [...remarks.map((remark) => `# ${remark}`), regionColumns.join(','), ...lines, ''].join('\n');
}
