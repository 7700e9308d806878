import { cpSync, existsSync, globSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { csvRecords, registerCell } from '../../content-files/csv.ts';
import { packageRegions } from '../../content-files/package-regions.ts';
import { readRegionFile, regionFileText } from '../../content-files/region-file.ts';
import { presentRegionsFile } from '../../content-files/region-register.ts';

/** What of an archive an edition is to hold. */
export interface EditionScope {
  /** The first two digits of a province's codes, `14`; null for all. */
  readonly province: string | null;
  /** Years reported on, both included; null for all. */
  readonly years: readonly [from: number, to: number] | null;
}

/** Registers that belong to no place; the catalogue of releases is of the whole archive and stays behind. */
const whole = ['documents.yaml', 'glossary.yaml', 'indicators.yaml', 'issuers.yaml', 'rules.yaml', 'INVENTED'];

/** Registers by place, and which cell says the place. */
const byPlace: Readonly<Record<string, 'region' | 'report'>> = {
  'coverage.csv': 'region',
  'hosts.csv': 'region',
  'withdrawn.csv': 'report',
};

const isIn = (code: string, province: string | null): boolean =>
  province === null || code === '' || code === '000000' || code.startsWith(province);

/** A register's rows of a province, under its head. */
function ownRows(text: string, cell: string, province: string): string {
  const [head, ...rows] = csvRecords(text).records;
  const at = head?.cells.indexOf(cell) ?? -1;
  const kept = [...(head ? [head] : []), ...rows.filter(({ cells }) => isIn(cells[at] ?? '', province))];
  return kept.map(({ cells }) => `${cells.map(registerCell).join(',')}\n`).join('');
}

function writeRegions(content: string, folder: string, province: string): void {
  const files = globSync('regions/*.csv', { cwd: content }).map((name) => name.replaceAll('\\', '/'));
  for (const name of files) {
    const { rows } = readRegionFile(readFileSync(join(content, name), 'utf8'), name);
    const own = rows.filter(({ region }) => isIn(region.code, province));
    writeFileSync(join(folder, name), regionFileText([], own));
  }
  if (files.includes(presentRegionsFile)) return;
  const present = packageRegions().filter(({ code }) => isIn(code, province));
  const rows = present.map((region) => ({ region, source: '@vant/area-data', note: '' }));
  writeFileSync(join(folder, presentRegionsFile), regionFileText([], rows));
}

/** Puts a file of a folder at the same place in another. */
function take(from: string, to: string, name: string): void {
  const file = join(to, name);
  mkdirSync(dirname(file), { recursive: true });
  try {
    linkSync(join(from, name), file);
  } catch {
    // Another disk, or one that has no links.
    cpSync(join(from, name), file);
  }
}

/**
 * Writes a content folder that holds of another what is within a scope: its reports with their captures, and of the
 * registers the rows of the province. Gives the number of report files, superseded versions among them.
 */
export function writeEditionContent(content: string, folder: string, { province, years }: EditionScope): number {
  const files = globSync(`reports/${province ?? '*'}/*/*.md`, { cwd: content }).filter((name) => {
    const year = Number(basename(name).slice(0, 4));
    return years === null || (year >= years[0] && year <= years[1]);
  });
  const captures = new Set<string>();
  for (const name of files) {
    take(content, folder, name);
    for (const sum of readFileSync(join(content, name), 'utf8').match(/\b[0-9a-f]{64}\b/g) ?? []) captures.add(sum);
  }
  for (const name of globSync('sources/*', { cwd: content }))
    if (captures.has(basename(name).slice(0, 64))) take(content, folder, name);
  mkdirSync(join(folder, 'regions'), { recursive: true });
  for (const name of whole) if (existsSync(join(content, name))) cpSync(join(content, name), join(folder, name));
  for (const [name, cell] of Object.entries(byPlace)) {
    if (!existsSync(join(content, name))) continue;
    const text = readFileSync(join(content, name), 'utf8');
    writeFileSync(join(folder, name), province === null ? text : ownRows(text, cell, province));
  }
  if (province === null) cpSync(join(content, 'regions'), join(folder, 'regions'), { recursive: true });
  else writeRegions(content, folder, province);
  return files.length;
}
