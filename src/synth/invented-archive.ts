import { copyFileSync, existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { regionTree } from '../archive/region-tree.ts';
import { reportFile } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import { regionFileText } from '../content-files/region-file.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { reportFileText } from '../content-files/report-file.ts';
import { inventedRegions } from './invented-regions.ts';
import { type InventedReport, type Invention, inventedReport } from './invented-report.ts';
import { random } from './random.ts';
import { type PlannedReport, reportPlan } from './report-plan.ts';
import type { SentenceSource } from './sentences.ts';

/** The file that marks a content folder as invented, at its top. */
export const inventedMarker = 'INVENTED';

/** What to write, from what, and where. */
export interface InventedArchive {
  readonly reports: number;
  readonly seed: string;
  readonly sentence: SentenceSource;
  /** Content folder whose register of regions is taken over. */
  readonly register: string;
  /** Content folder to be written. */
  readonly folder: string;
}

/** Lexicons by which reports are read, taken over where there are any. */
const lexicons = ['documents.yaml', 'rules.yaml'];

/** Takes over the lexicons and the register of regions, and adds invented zones. */
function writeRegions({ register, folder, seed }: InventedArchive): void {
  mkdirSync(join(folder, 'regions'), { recursive: true });
  for (const file of globSync('*.csv', { cwd: join(register, 'regions') }))
    copyFileSync(join(register, 'regions', file), join(folder, 'regions', file));
  for (const file of lexicons)
    if (existsSync(join(register, file))) copyFileSync(join(register, file), join(folder, file));
  const source = '虚构，供测量用';
  const zones = inventedRegions(readRegionRegister(register).regions, seed);
  const rows = zones.map((region) => ({ region, source, note: '' }));
  writeFileSync(join(folder, 'regions', 'invented.csv'), regionFileText([source], rows));
}

function writeReport(folder: string, name: string, { body, capture }: InventedReport, report: Report): void {
  const file = join(folder, 'reports', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, reportFileText(report, body));
  writeFileSync(join(folder, 'sources', `${capture.sha256}.txt`), capture.text);
}

/** Writes a report, and now and then the text it superseded. */
function writePlanned(folder: string, plan: PlannedReport, invention: Invention): void {
  const present = inventedReport({ plan, version: null }, invention);
  const name = reportFile(plan.id);
  if (!random(`${invention.seed} corrected ${plan.id}`).chance(0.005)) {
    writeReport(folder, name, present, present.report);
    return;
  }
  const superseded = inventedReport({ plan, version: 1 }, invention);
  const versions = [{ version: 1, until: `${plan.year + 1}-12-01`, reason: '虚构的更正' }];
  writeReport(folder, name, present, { ...present.report, versions });
  writeReport(folder, name.replace(/\.md$/, '.v1.md'), superseded, superseded.report);
}

/**
 * Writes an invented archive, report by report, and yields the number written so far after each. The same seed gives
 * the same files; a longer archive holds the shorter one. Ends early only when there is nothing left to plan.
 */
export function* writeInventedArchive(archive: InventedArchive): Generator<number> {
  const { reports, seed, sentence, folder } = archive;
  mkdirSync(join(folder, 'sources'), { recursive: true });
  const marker = `虚构的文库，由 npm run synth -- --reports ${reports} --seed ${seed} 生成，供测量用；所述机关、人物和事实均属虚构。\n`;
  writeFileSync(join(folder, inventedMarker), marker);
  writeRegions(archive);
  const tree = regionTree(readRegionRegister(folder).regions);
  let written = 0;
  if (reports === 0) return;
  for (const plan of reportPlan(tree, seed)) {
    writePlanned(folder, plan, { tree, seed, sentence });
    yield ++written;
    if (written === reports) return;
  }
}
