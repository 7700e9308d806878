import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRegions } from '../../src/content-files/package-regions.ts';
import { readRegionFile, regionFileText } from '../../src/content-files/region-file.ts';
import { presentRegionsFile } from '../../src/content-files/region-register.ts';

/**
 * Writes into a content folder the archive's register of regions, confined to provinces given by the first two digits
 * of their codes: their units of today and every hand-kept row of theirs, so that histories are as they are. A site of
 * the whole country has some 4,000 pages of regions and coverage, one of three small provinces 200.
 */
export function writeFewProvinces(content: string, provinces: readonly string[]): void {
  mkdirSync(join(content, 'regions'), { recursive: true });
  const isTaken = ({ region: { code } }: { region: { code: string } }): boolean =>
    code === '000000' || provinces.includes(code.slice(0, 2));
  const present = packageRegions().map((region) => ({ region, source: '@vant/area-data', note: '' }));
  writeFileSync(join(content, presentRegionsFile), regionFileText([], present.filter(isTaken)));
  for (const name of globSync('*.csv', { cwd: 'content/regions' })) {
    const { rows } = readRegionFile(readFileSync(join('content/regions', name), 'utf8'), name);
    writeFileSync(join(content, 'regions', name), regionFileText([], rows.filter(isTaken)));
  }
}
