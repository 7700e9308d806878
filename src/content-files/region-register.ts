import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { compareIssues, type Issue } from '../archive/issue.ts';
import { isInForce, periodsOverlap, type Region } from '../archive/region.ts';
import { parentOfCode } from '../archive/region-code.ts';
import { joinedRegions } from '../archive/region-layers.ts';
import { compareRegions } from '../archive/region-tree.ts';
import { packageRegions } from './package-regions.ts';
import { type RegionRow, readRegionFile } from './region-file.ts';
import { registerFile } from './text-file.ts';

/** The file that `npm run regions -- load` writes; all others in `regions/` are kept by hand. */
export const loadedRegionsFile = 'regions/loaded.csv';

/** The file with which a content folder says itself what units there are today; without it, the package does. */
export const presentRegionsFile = 'regions/present.csv';

const periodText = ({ since, until }: Region): string => `${since ?? ''}—${until ?? ''}`;

function rowIssue(code: Issue['code'], row: RegionRow, message: string, hint: string): Issue {
  return { code, severity: 'error', file: row.file, line: row.line, message, hint };
}

function overlaps(rows: readonly RegionRow[]): Issue[] {
  const issues: Issue[] = [];
  for (const [code, same] of Map.groupBy(rows, ({ region }) => region.code)) {
    for (const [index, row] of same.entries()) {
      const other = same.slice(0, index).find(({ region }) => periodsOverlap(region, row.region));
      if (!other) continue;
      const both = `${periodText(other.region)} 与 ${periodText(row.region)}`;
      const message = `${code} 的两段时间重叠：${both}（另一段在 ${other.file}:${other.line}）`;
      issues.push(rowIssue('region/overlap', row, message, '同一代码在同一年只能有一行'));
    }
  }
  return issues;
}

/** Parents and successors that the register does not have, or not at that time. */
function brokenLinks(rows: readonly RegionRow[], regions: readonly Region[]): Issue[] {
  const byCode = Map.groupBy(regions, ({ code }) => code);
  const issues: Issue[] = [];
  for (const row of rows) {
    const { code, name, parent, until, successors } = row.region;
    const wanted = parentOfCode(code, (above) => byCode.has(above));
    if (parent !== wanted || (parent !== null && !byCode.has(parent))) {
      const message =
        parent === wanted
          ? `${code} ${name} 的上级 ${parent} 不在地区登记里，应有它自己的一行`
          : `${code} ${name} 的 parent 为 ${parent ?? '空'}，应为 ${wanted ?? '空'}`;
      const hint =
        parent === wanted ? '核对代码；上级确有其地的，先为它补一行' : '上级由代码决定：照此改正；上级自己也要在表里';
      issues.push(rowIssue('region/parent', row, message, hint));
    }
    if (until === null) continue;
    const next = until + 1;
    for (const successor of successors) {
      if (byCode.get(successor)?.some((unit) => isInForce(unit, next))) continue;
      const message = `${code} ${name} 的后继 ${successor} 在 ${next} 年没有这个区划`;
      issues.push(rowIssue('region/successor', row, message, '补上后继的一行(since 为次年),或改正代码'));
    }
  }
  return issues;
}

function doubt(code: Issue['code'], { code: region, name }: Region, message: string, hint: string): Issue {
  return { code, severity: 'warning', file: 'regions', line: null, message: `${region} ${name} ${message}`, hint };
}

/**
 * The register of regions of a content folder: units of today from the package `@vant/area-data`, or from
 * `regions/present.csv` where the folder has one (an archive of a few provinces); renamings, mergers, splits and own
 * codes from the other `regions/*.csv` kept by hand, and a whole table where one was loaded. A pure function of the
 * folder. Every fault is an issue; bad lines are left out, the rest stands.
 */
export function readRegionRegister(contentFolder: string): { regions: Region[]; issues: Issue[] } {
  const folder = join(contentFolder, 'regions');
  const names = existsSync(folder) ? globSync('*.csv', { cwd: folder }).sort() : [];
  const files = names.map((name) => {
    const file = `regions/${name}`;
    const { text, issues } = registerFile(contentFolder, file, 'region');
    const read = text === null ? { rows: [], issues: [] } : readRegionFile(text, file);
    return { file, rows: read.rows, issues: [...issues, ...read.issues] };
  });
  const rows = files.flatMap((file) => file.rows);
  const regionsOf = (some: readonly RegionRow[]): Region[] => some.map(({ region }) => region);
  const layer = (name: string): RegionRow[] => rows.filter(({ file }) => file === name);
  const kept = rows.filter(({ file }) => file !== loadedRegionsFile && file !== presentRegionsFile);
  const { regions, unexplained, unconfirmed } = joinedRegions({
    kept: regionsOf(kept),
    present: files.some(({ file }) => file === presentRegionsFile)
      ? regionsOf(layer(presentRegionsFile))
      : packageRegions(),
    loaded: regionsOf(layer(loadedRegionsFile)),
  });
  const issues = [
    ...files.flatMap((file) => file.issues),
    ...[presentRegionsFile, loadedRegionsFile].flatMap((file) => overlaps(layer(file))),
    ...overlaps(kept),
    ...brokenLinks(rows, regions),
    ...unexplained.map((unit) =>
      doubt('region/present-unexplained', unit, '现行名称与手工登记不接', '在 regions/changes.csv 补上现行名称的一行'),
    ),
    ...unconfirmed.map((unit) =>
      doubt('region/present-unconfirmed', unit, '只有载入的表说仍在', '若已撤销，在 regions/changes.csv 补上它的终止'),
    ),
  ];
  return { regions: regions.sort(compareRegions), issues: issues.sort(compareIssues) };
}
