/** `npm run regions -- compare FILE` and `npm run regions -- load FILE [--dry-run]`: see `usage`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { issueText } from '../src/archive/issue.ts';
import type { Region } from '../src/archive/region.ts';
import { differenceKinds, type RegionDifference, regionDifferences } from '../src/archive/region-comparison.ts';
import { compareRegions } from '../src/archive/region-tree.ts';
import { regionFileText } from '../src/content-files/region-file.ts';
import { loadedRegionsFile, readRegionRegister } from '../src/content-files/region-register.ts';
import { readRegionTable } from '../src/content-files/region-table.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { writeWhole } from '../src/host/whole-file.ts';

const usage = `npm run regions -- compare FILE            列出登记与表的每一处不同；没有不同为 0，有不同为 1
npm run regions -- load FILE [--dry-run]   把整张表载入 content/${loadedRegionsFile};--dry-run 只说会写什么
表的第一行:代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码`;

const unitText = ({ name, parent, since, until, successors }: Region): string =>
  `${name} ${since ?? ''}—${until ?? ''}${successors.length > 0 ? ` → ${successors.join(';')}` : ''} (${parent ?? ''})`;

const differenceText = ({ kind, code, register, table }: RegionDifference): string =>
  [kind, code, register && `登记：${unitText(register)}`, table && `表：${unitText(table)}`].filter(Boolean).join('\t');

function compare(table: readonly Region[], year: number): number {
  const differences = regionDifferences(readRegionRegister(settings().content).regions, table, year);
  for (const difference of differences) console.log(differenceText(difference));
  const counts = Map.groupBy(differences, ({ kind }) => kind);
  console.log(`\n表至 ${year} 年末，${table.length} 行；不同 ${differences.length} 处`);
  for (const [kind, found] of counts)
    console.log(`${String(found.length).padStart(6)}  ${kind} ${differenceKinds[kind]}`);
  return differences.some(({ kind }) => kind !== 'later') ? 1 : 0;
}

function load(table: readonly Region[], file: string, text: string, isDry: boolean): number {
  const digest = createHash('sha256').update(text).digest('hex');
  const remarks = [`由 npm run regions -- load 生成，勿手改；出自 ${basename(file)}(sha256 ${digest})`];
  const rows = [...table].sort(compareRegions).map((region) => ({ region, source: basename(file), note: '' }));
  const target = join(settings().content, loadedRegionsFile);
  if (!isDry) writeWhole(target, regionFileText(remarks, rows));
  console.log(`${isDry ? '会写' : '已写'} ${target}:${rows.length} 行`);
  return 0;
}

const { positionals, values } = commandLine({
  usage,
  options: { 'dry-run': { type: 'boolean', default: false } },
  positionals: { wanted: ' compare 或 load，和一个文件', least: 2, most: 2 },
  faults: ({ positionals: [command], values: { 'dry-run': isDry } }) => [
    ...(command !== undefined && command !== 'compare' && command !== 'load'
      ? [`先写 compare 或 load，现为“${command}”`]
      : []),
    ...(command === 'compare' && isDry ? ['--dry-run 只用于 load；compare 本来什么也不写'] : []),
  ],
});
const [command = '', file = ''] = positionals;
const text = readFileSync(file, 'utf8');
const { regions, year, issues } = readRegionTable(text, file);
for (const issue of issues) console.error(issueText(issue));
if (issues.length > 0) process.exit(2);
process.exitCode = command === 'compare' ? compare(regions, year) : load(regions, file, text, values['dry-run']);
