import type { Issue } from '../archive/issue.ts';
import type { Level, Region } from '../archive/region.ts';
import { provinceOfCode } from '../archive/region-code.ts';
import { csvRecords } from './csv.ts';

const columns = ['代码', '一级行政区', '二级行政区', '名称', '级别', '状态', '启用时间', '变更/弃用时间', '新代码'];
const levelNames = new Map<string, Level>([
  ['省级', 'province'],
  ['地级', 'prefecture'],
  ['县级', 'county'],
]);

/** A whole table of regions with its history, and the last year whose end it tells of. */
export interface RegionTable {
  readonly regions: Region[];
  readonly year: number;
  readonly issues: Issue[];
}

function parentOf(code: string, level: Level, prefecture: string): string | null {
  if (level === 'province') return null;
  return level === 'county' && prefecture !== '直辖' ? `${code.slice(0, 4)}00` : provinceOfCode(code);
}

/** A prefecture that is renamed stands without 新代码; where its code goes on the next year, it is its own successor. */
function withRenaming(regions: readonly Region[]): (region: Region) => Region {
  const begins = new Set(regions.map(({ code, since }) => `${code} ${since}`));
  return (region) => {
    const { code, until, successors } = region;
    const goesOn = until !== null && successors.length === 0 && begins.has(`${code} ${until + 1}`);
    return goesOn ? { ...region, successors: [code] } : region;
  };
}

/**
 * Reads a table with the columns of yescallop/areacodes: a unit in force from 启用时间 up to, not including,
 * 变更/弃用时间. A code in 新代码 with a year in brackets tells of a part given away while the unit went on, so it is no
 * successor. Errors: `region/table`, one for each bad line.
 */
export function readRegionTable(text: string, file: string): RegionTable {
  const { records, problems } = csvRecords(text);
  const issues: Issue[] = [];
  const report = (line: number, message: string): void => {
    const hint = `应为这样的表：${columns.join(',')}`;
    issues.push({ code: 'region/table', severity: 'error', file, line, message, hint });
  };
  for (const { line, message } of problems) report(line, message);
  const [head, ...others] = records;
  if (head?.cells.join(',') !== columns.join(',')) {
    report(head?.line ?? 1, `第一行为“${head?.cells.join(',') ?? ''}”`);
    return { regions: [], year: 0, issues };
  }
  const regions: Region[] = [];
  let year = 0;
  for (const { line, cells } of others) {
    const [code = '', , prefecture = '', name = '', levelName = '', state = '', from = '', to = '', next = ''] = cells;
    const level = levelNames.get(levelName);
    const isWhole =
      cells.length === columns.length &&
      /^\d{6}$/.test(code) &&
      name !== '' &&
      /^(?:在用|变更|弃用)$/.test(state) &&
      /^\d{4}$/.test(from) &&
      (state === '在用' ? to === '' : /^\d{4}$/.test(to)) &&
      /^(?:\d{6}(?:\[\d{4}\])?(?:;|$))*$/.test(next);
    if (!isWhole || !level) {
      report(line, `读不懂：${cells.join(',')}`);
      continue;
    }
    const codes = state === '在用' ? [] : next.split(';').filter((successor) => /^\d{6}$/.test(successor));
    regions.push({
      code,
      name,
      level,
      parent: parentOf(code, level, prefecture),
      since: Number(from),
      until: to === '' ? null : Number(to) - 1,
      successors: codes,
    });
    year = Math.max(year, Number(from), Number(to));
  }
  return { regions: regions.map(withRenaming(regions)), year, issues };
}
