import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { stateCode } from '../archive/region-code.ts';
import { regionTree } from '../archive/region-tree.ts';
import { parsedReportId } from '../archive/report-id.ts';
import { rootShard, type Shard, shardOfRegion } from '../archive/shard.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { idOfReportFile, reportFiles } from '../content-files/report-store.ts';
import { cacheDamage } from '../host/cache-damage.ts';
import { type FileSeal, fileSeal, sealedState, sealOf } from '../host/file-seal.ts';
import { inOwnProcess } from '../host/own-process.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import {
  type BundleMember,
  hasRankedBundles,
  type PlannedBundle,
  plannedBundles,
  type RankedBundles,
} from '../search/ranked-bundles.ts';
import { indexProgram } from './index-program.ts';
import { type FileToPublish, pathsBelow } from './published-files.ts';
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
  /** Whether bundles are wanted however many reports there are, or not at all; null where their number decides. */
  readonly asked: boolean | null;
  /** The parts of the archive whose bundles are wanted. */
  readonly isOwn: (shard: Shard) => boolean;
  /** Told after each bundle: reports indexed so far and in all, of those that need indexing. */
  readonly tell: (done: number, total: number) => void;
  /** Builds one bundle; with Pagefind, in a process of its own, where this is missing. */
  readonly build?: (order: BundleOrder) => Promise<void>;
}

/** The seals of a bundle's files, by path in its folder. */
type BundleSeals = ReadonlyMap<string, FileSeal>;

/** A bundle that lies ready in the cache. */
interface ReadyBundle {
  readonly bundle: PlannedBundle<Member>;
  readonly folder: string;
  readonly files: BundleSeals;
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

const sealFile = (folder: string): string => `${folder}.seal`;
const sealKind = 'archive-bundle';
const sealSchema = z.array(z.tuple([z.string(), z.string(), z.int()]));

/** What `sealSchema` reads: the files of a bundle that was built a moment ago. */
const bundleSeal = (files: BundleSeals): string =>
  JSON.stringify([...files].map(([path, { sha256, size }]) => [path, sha256, size]));

/**
 * The files of a bundle in the cache, all of them what was written; null where there is none, and where one is damaged,
 * which is told.
 */
function soundBundle(folder: string): BundleSeals | null {
  const reading = readSealed(sealFile(folder), sealKind);
  if ('fault' in reading && reading.fault === 'missing') return null;
  const files = 'text' in reading ? sealSchema.safeParse(JSON.parse(reading.text)).data : null;
  const isWhole = files?.every(([path, sha256, size]) => sealedState(join(folder, path), { sha256, size }) === 'whole');
  if (files && isWhole) return new Map(files.map(([path, sha256, size]) => [path, { sha256, size }]));
  cacheDamage('一组相关程度检索的索引');
  return null;
}

/** Builds the bundles that the cache lacks, two at a time, and forgets those that no report needs any more. */
export async function rankedSearch(order: RankedSearchOrder): Promise<RankedSearch> {
  const cache = join(order.cache, 'ranked');
  const program = indexProgram();
  mkdirSync(cache, { recursive: true });
  const held = members(order.content);
  const planned = hasRankedBundles(held.length, order.asked) ? plannedBundles(held) : [];
  const wanted = planned
    .filter(({ province }) => order.isOwn(shardOfRegion(province ?? stateCode)))
    .map((bundle) => ({ bundle, folder: join(cache, bundleKey(bundle, order, program)) }));
  const standing = new Map(wanted.map(({ folder }) => [folder, soundBundle(folder)]));
  const missing = wanted.filter(({ folder }) => !standing.get(folder));
  const build = order.build ?? ((wish) => inOwnProcess(worker, wish));
  const total = missing.reduce((sum, { bundle }) => sum + bundle.reports, 0);
  // The largest first: so that no processor is left alone with one at the end.
  const queue = missing.toSorted((a, b) => b.bundle.reports - a.bundle.reports);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const half = `${next.folder}.building`;
      for (const left of [half, next.folder, sealFile(next.folder)]) rmSync(left, { recursive: true, force: true });
      await build({
        content: order.content,
        members: next.bundle.members,
        out: half,
        fragments: order.fragments,
      });
      // The seal comes last: a bundle without one is none.
      const files = new Map(pathsBelow(half).map((path) => [path, fileSeal(join(half, path))]));
      renameSync(half, next.folder);
      writeSealed(sealFile(next.folder), sealKind, bundleSeal(files), { isLasting: false });
      standing.set(next.folder, files);
      done += next.bundle.reports;
      order.tell(done, total);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const ready = wanted.map(({ bundle, folder }) => ({ bundle, folder, files: standing.get(folder) ?? new Map() }));
  const kept = new Set(ready.flatMap(({ folder }) => [folder, sealFile(folder)]));
  for (const name of readdirSync(cache))
    if (!kept.has(join(cache, name))) rmSync(join(cache, name), { recursive: true, force: true });
  const isForAll = order.isOwn(rootShard);
  const manifest: RankedBundles = { version: 1, bundles: planned.map(({ members: _, ...bundle }) => bundle) };
  return { manifest: isForAll ? manifest : null, ready, built: missing.length };
}

/** The files of the bundles, and `bundles.json`, as they are to be published in a folder that is served as `/pagefind/`. */
export function rankedFiles({ manifest, ready }: RankedSearch): FileToPublish[] {
  const files = ready.flatMap(({ bundle, folder, files }) =>
    [...files].map(([path, seal]) => ({
      path: `${bundle.folder}/${path}`.replaceAll('\\', '/').replace(/^\//, ''),
      from: join(folder, path),
      ...seal,
    })),
  );
  if (!manifest) return files;
  const from = Buffer.from(JSON.stringify(manifest));
  return [...files, { path: 'bundles.json', from, ...sealOf(from) }];
}
