import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeInventedArchive } from '../../src/synth/invented-archive.ts';
import { inventedSentence } from '../../src/synth/sentences.ts';
import { writeFewProvinces } from './few-provinces.ts';

/**
 * Writes an invented archive of so many reports into a folder, its register confined to a few small provinces (see
 * `few-provinces.ts`): 海南, 青海 and 宁夏, or others by the first two digits of their codes.
 */
export function writeInventedContent(folder: string, reports: number, provinces = ['46', '63', '64']): void {
  const register = `${folder}.register`;
  writeFewProvinces(register, provinces);
  const archive = { reports, seed: 'site-tests', sentence: inventedSentence, register, folder };
  for (const _ of writeInventedArchive(archive));
}

/** Where a build of a test reads and writes. */
export interface BuildPlaces {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** The environment of a build in its own places. */
export function buildEnvironment({ content, out, cache }: BuildPlaces): NodeJS.ProcessEnv {
  const places = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out, ARCHIVE_CACHE: cache, ARCHIVE_SHARDS: `${out}.shards` };
  return { ...process.env, ...places, NODE_ENV: 'production' };
}

/** Puts the captures that no report names beside the content folder, and back what is named again. */
function setOrphansAside(content: string): void {
  const [sources, aside] = [join(content, 'sources'), `${content}.orphans`];
  if (!existsSync(sources)) return;
  mkdirSync(aside, { recursive: true });
  const texts = globSync('reports/**/*.md', { cwd: content }).map((file) => readFileSync(join(content, file), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []));
  const isNamed = (name: string): boolean => named.has(name.slice(0, 64));
  for (const name of readdirSync(sources)) if (!isNamed(name)) renameSync(join(sources, name), join(aside, name));
  for (const name of readdirSync(aside)) if (isNamed(name)) renameSync(join(aside, name), join(sources, name));
}

/** Builds with the command of the README, without captures that no report names any more; rejects with what it printed when it fails. */
export async function built(
  places: BuildPlaces,
  parameters: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  setOrphansAside(places.content);
  const env = { ...buildEnvironment(places), ...environment };
  await promisify(execFile)(process.execPath, ['scripts/build.ts', ...parameters], { env });
}

/** Every file of a folder by path, as the digest of its bytes. */
export function tree(folder: string): Map<string, string> {
  const files = globSync('**', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return new Map(
    files.sort().map((file) => [
      file.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('base64url'),
    ]),
  );
}

/**
 * Paths that only one of two trees has, or that differ in bytes. The exact index is left out: base and delta hold
 * what one whole index holds, in other files; that they answer alike is a test of its own (tests/search).
 */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => !path.startsWith('search-index/') && one.get(path) !== other.get(path))
    .sort();
}
