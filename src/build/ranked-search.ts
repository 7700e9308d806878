import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stateCode } from '../archive/region-code.ts';
import { regionTree } from '../archive/region-tree.ts';
import { parsedReportId } from '../archive/report-id.ts';
import { rootShard, type Shard, shardOfRegion } from '../archive/shard.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { idOfReportFile, reportFiles } from '../content-files/report-store.ts';
import { inOwnProcess } from '../host/own-process.ts';
import { type BundleMember, type PlannedBundle, plannedBundles, type RankedBundles } from '../search/ranked-bundles.ts';
import { indexProgram } from './index-program.ts';
import type { BundleOrder } from './ranked-bundle.ts';

interface Member extends BundleMember {
  readonly file: string;
  readonly level: string;
}

/** Where ranked search is built from and kept. */
export interface RankedSearchOrder {
  /** Content folder. */
  readonly content: string;
  /** Folder that outlives the build: bundles whose reports stay the same are taken from it. */
  readonly cache: string;
  /** At most so many files of report texts a bundle, for hosts that cap files; null for one a report. */
  readonly fragments: number | null;
  /** The parts of the archive whose bundles are wanted. */
  readonly isOwn: (shard: Shard) => boolean;
  /** Told after each bundle: reports indexed so far and in all, of those that need indexing. */
  readonly tell: (done: number, total: number) => void;
}

/** A bundle that lies ready in the cache. */
interface ReadyBundle {
  readonly bundle: PlannedBundle<Member>;
  readonly folder: string;
}

/** The bundles of an archive or of a shard, ready to be published. */
export interface RankedSearch {
  /** What `bundles.json` says; null in a province's shard, which does not publish it. */
  readonly manifest: RankedBundles | null;
  readonly ready: readonly ReadyBundle[];
  /** How many had to be built; the others were taken from the cache. */
  readonly built: number;
}

/** Pagefind takes some 1.4 GB for a bundle; two stay well below 4 GB. */
const jobs = Math.min(2, availableParallelism());
const worker = new URL('./ranked-bundle-process.ts', import.meta.url);

function members(content: string): Member[] {
  const tree = regionTree(readRegionRegister(content).regions);
  return reportFiles(content).map((file) => {
    const parts = parsedReportId(idOfReportFile(file));
    if (!parts) throw new Error(`${file} is not where a report stands`);
    const level = tree.region(parts.region, parts.year)?.level ?? 'county';
    return { file, level, region: parts.region, year: parts.year };
  });
}

/** Changes exactly when the bundle's files could: its reports, their levels, the settings and the program. */
function bundleKey(
  { members: within }: PlannedBundle<Member>,
  { content, fragments }: RankedSearchOrder,
  program: string,
): string {
  const hash = createHash('sha256').update(`${program} ${fragments}`);
  for (const { file, level } of within) hash.update(`\0${file}\0${level}\0`).update(readFileSync(join(content, file)));
  return hash.digest('hex').slice(0, 24);
}

/** Builds the bundles that the cache lacks, two at a time, and forgets those that no report needs any more. */
export async function rankedSearch(order: RankedSearchOrder): Promise<RankedSearch> {
  const cache = join(order.cache, 'ranked');
  const program = indexProgram();
  mkdirSync(cache, { recursive: true });
  const planned = plannedBundles(members(order.content));
  const ready = planned
    .filter(({ province }) => order.isOwn(shardOfRegion(province ?? stateCode)))
    .map((bundle) => ({ bundle, folder: join(cache, bundleKey(bundle, order, program)) }));
  const missing = ready.filter(({ folder }) => !existsSync(folder));
  const total = missing.reduce((sum, { bundle }) => sum + bundle.reports, 0);
  // The largest first: so that no processor is left alone with one at the end.
  const queue = missing.toSorted((a, b) => b.bundle.reports - a.bundle.reports);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const half = `${next.folder}.building`;
      rmSync(half, { recursive: true, force: true });
      const wanted: BundleOrder = {
        content: order.content,
        members: next.bundle.members,
        out: half,
        fragments: order.fragments,
      };
      await inOwnProcess(worker, wanted);
      // A folder of thousands of files: its name says that they were written, as far as no power cut comes between.
      renameSync(half, next.folder);
      done += next.bundle.reports;
      order.tell(done, total);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const kept = new Set(ready.map(({ folder }) => folder));
  for (const name of readdirSync(cache))
    if (!kept.has(join(cache, name))) rmSync(join(cache, name), { recursive: true, force: true });
  const isForAll = order.isOwn(rootShard);
  const manifest: RankedBundles = { version: 1, bundles: planned.map(({ members: _, ...bundle }) => bundle) };
  return { manifest: isForAll ? manifest : null, ready, built: missing.length };
}

/** Writes the bundles and `bundles.json` into a folder that is to be served as `/pagefind/`. */
export function publishRankedSearch({ manifest, ready }: RankedSearch, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { bundle, folder: from } of ready) cpSync(from, join(folder, bundle.folder), { recursive: true });
  if (manifest) writeFileSync(join(folder, 'bundles.json'), JSON.stringify(manifest));
}
