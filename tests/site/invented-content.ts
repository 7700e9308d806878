import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeInventedArchive } from '../../src/synth/invented-archive.ts';
import { inventedSentence } from '../../src/synth/sentences.ts';
import { writeFewProvinces } from './few-provinces.ts';

/**
 * Writes an invented archive of so many reports into a folder, its register confined to a few small provinces (see
 * `few-provinces.ts`) by the first two digits of their codes.
 */
export function writeInventedContent(folder: string, reports: number, provinces: readonly string[]): void {
  const register = `${folder}.register`;
  writeFewProvinces(register, provinces);
  const archive = { reports, seed: 'site-tests', sentence: inventedSentence, register, folder };
  for (const _ of writeInventedArchive(archive));
}

/** Where a small archive's report lies that is to be added: a content folder with nothing else. */
export const laterContent = (content: string): string => `${content}.later`;

/**
 * Writes a small invented archive into a content folder. Its register is confined to five small provinces (see
 * `few-provinces.ts`), of which 北京, 上海, 海南 and 宁夏 have reports, at most six each, and 天津 has none; 北京 lacks
 * years that the others have. One report of 北京 is kept apart, to be added (see `laterContent`).
 */
export function writeSmallContent(content: string): void {
  writeInventedContent(content, 60, ['11', '12', '31', '46', '64']);
  const files = globSync('reports/*/*/*.md', { cwd: content }).sort();
  const own = files.filter((file) => !/\.v\d+\.md$/.test(file) && (!file.includes('/11/') || yearOf(file) >= 2020));
  const kept = [...Map.groupBy(own, (file) => file.slice(8, 10)).values()].flatMap((held) =>
    held.filter((_, index) => index % Math.ceil(held.length / 6) === 0),
  );
  for (const file of files) if (!kept.includes(file.replace(/\.v\d+\.md$/, '.md'))) rmSync(join(content, file));
  const later = kept.find((file) => /\/\d{4}\.md$/.test(file)) ?? '';
  mkdirSync(join(laterContent(content), dirname(later)), { recursive: true });
  renameSync(join(content, later), join(laterContent(content), later));
  setOrphansAside(content);
  cpSync(orphansOf(content), join(laterContent(content), 'sources'), { recursive: true });
}

/** The year of a report by its file. */
const yearOf = (file: string): number => Number(/\/(\d{4})[^/]*$/.exec(file)?.[1]);

/** Where the captures lie that no report of a content folder names. */
const orphansOf = (content: string): string => `${content}.orphans`;

/** Puts the captures that no report names beside the content folder, and back what is named again. */
export function setOrphansAside(content: string): void {
  const [sources, aside] = [join(content, 'sources'), orphansOf(content)];
  mkdirSync(aside, { recursive: true });
  const texts = globSync('reports/**/*.md', { cwd: content }).map((file) => readFileSync(join(content, file), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []));
  const isNamed = (name: string): boolean => named.has(name.slice(0, 64));
  for (const name of readdirSync(sources)) if (!isNamed(name)) renameSync(join(sources, name), join(aside, name));
  for (const name of readdirSync(aside)) if (isNamed(name)) renameSync(join(aside, name), join(sources, name));
}

/** Where a build of a test reads and writes. */
export interface BuildPlaces {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** The places of a build of an archive below a folder. */
export const placesIn = (folder: string): BuildPlaces => ({
  content: join(folder, 'content'),
  out: join(folder, 'site'),
  cache: join(folder, 'cache'),
});

/** Copies an archive with its built site and what the build left for the next one. */
export function copiedArchive(from: BuildPlaces, folder: string): BuildPlaces {
  const to = placesIn(folder);
  for (const part of ['content', 'out', 'cache'] as const) cpSync(from[part], to[part], { recursive: true });
  return to;
}

/** The environment of a build in its own places. */
export function buildEnvironment({ content, out, cache }: BuildPlaces): NodeJS.ProcessEnv {
  const places = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out, ARCHIVE_CACHE: cache, ARCHIVE_SHARDS: `${out}.shards` };
  return { ...process.env, ...places, NODE_ENV: 'production' };
}

/** Builds with the command of the README; rejects with what it printed when it fails. */
export async function built(
  places: BuildPlaces,
  parameters: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
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
