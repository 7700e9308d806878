import type { Issue } from '../archive/issue.ts';
import { regionCodePattern } from '../archive/report-id.ts';
import { csvRecords } from './csv.ts';
import { registerFile } from './text-file.ts';

/** Whose a registered host is. */
export const hostKinds = ['government', 'newspaper'] as const;
type HostKind = (typeof hostKinds)[number];

/** A host of the register. `region` is the code of the unit whose site it is; null where it is nobody's. */
export interface RegisteredHost {
  readonly host: string;
  readonly region: string | null;
  readonly kind: HostKind;
  /** Day on which that was seen, ISO text. */
  readonly checked: string;
}

const file = 'hosts.csv';
const columns = ['host', 'region', 'kind', 'checked'] as const;

const isKind = (text: string): text is HostKind => hostKinds.some((kind) => kind === text);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** What is wrong with a row, in Chinese; empty where nothing is. */
function* rowFaults(cells: readonly string[]): Generator<string> {
  const [host = '', region = '', kind = '', checked = ''] = cells;
  if (cells.length !== columns.length) yield `有 ${cells.length} 列，应为 ${columns.length} 列`;
  if (!/^(?!www\.)(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(host)) yield `host 为“${host}”，应为小写的域名，不带 www.`;
  if (!regionCodePattern.test(region) && !(region === '' && kind === 'newspaper'))
    yield `region 为“${region}”，应为六位代码`;
  if (!isKind(kind)) yield `kind 为“${kind}”，应为 ${hostKinds.join(' 或 ')}`;
  if (!isDay(checked)) yield `checked 为“${checked}”，应为核对的日期，如 2026-11-22`;
}

/**
 * A content folder's `hosts.csv`: whose a site is, by host; nothing where there is no such file. Errors, one for each
 * bad line, all at once: `hosts/csv` (not CSV, other columns), `hosts/row` (a cell that is not what its column wants),
 * and those of `registerFile`.
 */
export function readHostRegister(folder: string): { hosts: ReadonlyMap<string, RegisteredHost>; issues: Issue[] } {
  const hosts = new Map<string, RegisteredHost>();
  const issues: Issue[] = [];
  const issue = (code: 'hosts/csv' | 'hosts/row', line: number, message: string): void => {
    issues.push({ ...{ code, severity: 'error', file, line, message }, hint: '改正这一行' });
  };
  const { text, issues: unread } = registerFile(folder, file, 'hosts');
  issues.push(...unread);
  if (text === null) return { hosts, issues };
  const { records, problems } = csvRecords(text);
  for (const { line, message } of problems) issue('hosts/csv', line, message);
  const [head, ...rows] = records;
  if (head?.cells.join(',') !== columns.join(',')) {
    issue('hosts/csv', head?.line ?? 1, `第一行为“${head?.cells.join(',') ?? ''}”，应为“${columns.join(',')}”`);
    return { hosts, issues };
  }
  for (const { line, cells } of rows) {
    const faults = [...rowFaults(cells)];
    const [host = '', region = '', kind = '', checked = ''] = cells;
    if (hosts.has(host)) faults.push(`${host} 已在上面登记`);
    if (faults.length > 0 || !isKind(kind)) issue('hosts/row', line, `${cells.join(',')}：${faults.join('；')}`);
    else hosts.set(host, { host, region: region === '' ? null : region, kind, checked });
  }
  return { hosts, issues };
}
