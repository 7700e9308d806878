import { hash as digestOf } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';

/**
 * What a build read and what it left: where all of it stands as it stood then, the next build has nothing to do. Files
 * are told by size and the times of their last writing and of their last change in any way.
 */
export interface BuildState {
  /** All that a site rests on besides the content: program, settings, commit. */
  readonly basis: string;
  /** Of the content as it stood when the build began; null where a file was so young that its times tell nothing. */
  readonly content: string | null;
}

interface FileTimes {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** A file may be changed again so soon, in milliseconds, that its times stay the same. */
const soon = 2000;

/** The file in the cache that says how the last build left everything, and another that changes without a build. */
const stateFile = (cache: string): string => join(cache, 'standing.json');
const apart = new Set(['standing.json', 'build.lock']);

const kind = 'archive-standing';
const savedSchema = z.object({ basis: z.string(), content: z.string(), cache: z.string(), site: z.string() });

/** A digest of files by their paths, sizes and times; they come in any order. */
export function timesDigest(files: Iterable<readonly [path: string, times: FileTimes]>): string {
  const lines: string[] = [];
  for (const [path, { size, mtimeMs, ctimeMs }] of files) lines.push(`${path}\0${size}\0${mtimeMs}\0${ctimeMs}`);
  return digestOf('sha256', lines.sort().join('\n'), 'hex');
}

function* timesBelow(folder: string, path: string): Generator<readonly [string, FileTimes]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* timesBelow(file, `${path}${entry.name}/`);
    else {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats?.isDirectory()) yield* timesBelow(file, `${path}${entry.name}/`);
      else yield [path + entry.name, stats ?? { size: -1, mtimeMs: 0, ctimeMs: 0 }];
    }
  }
}

/** The state that a build begins in. */
export function buildState(basis: string, content: string): BuildState {
  const files = [...timesBelow(content, '')];
  const latest = Date.now() - soon;
  const isSettled = files.every(([, { mtimeMs, ctimeMs }]) => Math.max(mtimeMs, ctimeMs) < latest);
  return { basis, content: isSettled ? timesDigest(files) : null };
}

const cacheDigest = (cache: string): string =>
  timesDigest([...timesBelow(cache, '')].filter(([path]) => !apart.has(path)));

/** Whether a site stands as the last build left it, and that build began in the same state as this one, with this cache. */
export function stands({ basis, content }: BuildState, site: string, cache: string): boolean {
  const reading = readSealed(stateFile(cache), kind);
  const saved = 'text' in reading ? savedSchema.safeParse(JSON.parse(reading.text)).data : undefined;
  if (!saved || content === null || saved.basis !== basis || saved.content !== content || !existsSync(site))
    return false;
  return saved.cache === cacheDigest(cache) && saved.site === timesDigest(timesBelow(site, ''));
}

/** Keeps in the cache how a finished build left everything; `site` is the digest of the site's files. */
export function keepState({ basis, content }: BuildState, site: string, cache: string): void {
  if (content === null) return;
  const saved: z.infer<typeof savedSchema> = { basis, content, site, cache: cacheDigest(cache) };
  writeSealed(stateFile(cache), kind, JSON.stringify(saved), { isLasting: false });
}
