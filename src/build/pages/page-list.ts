import { join } from 'node:path';
import { z } from 'zod';
import { cacheDamage } from '../../host/cache-damage.ts';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';
import type { PublishedFile } from '../published-files.ts';

/** A file of the site that was made of content, and the key that it was made under; null where it has none. */
export interface MadePage extends PublishedFile {
  readonly key: string | null;
}

const kind = 'archive-pages';
const listFile = (cache: string): string => join(cache, 'pages.json');

const pageSchema = z.tuple([z.string(), z.string(), z.int(), z.string().nullable()]);
const listSchema = z.object({ program: z.string(), pages: z.record(z.string(), pageSchema) });

/**
 * What the pages of the site were made under when a build of the same program made them last, by path in the site; none
 * where another program made them. A list that is damaged is told, and is none.
 */
export function listedPages(cache: string, program: string): ReadonlyMap<string, MadePage> {
  const reading = readSealed(listFile(cache), kind);
  const list = 'text' in reading ? listSchema.safeParse(JSON.parse(reading.text)).data : undefined;
  if (!list && !('fault' in reading && reading.fault === 'missing')) cacheDamage('网页目录');
  if (list?.program !== program) return new Map();
  return new Map(
    Object.entries(list.pages).map(([path, [key, sha256, size, text]]) => [path, { key, sha256, size, text }]),
  );
}

/** Keeps what pages were made under for the next build of the same program; those without a key are made anew anyhow. */
export function listPages(cache: string, program: string, pages: ReadonlyMap<string, MadePage>): void {
  const listed: z.infer<typeof listSchema>['pages'] = {};
  for (const [path, { key, sha256, size, text }] of pages) if (key !== null) listed[path] = [key, sha256, size, text];
  writeSealed(listFile(cache), kind, JSON.stringify({ program, pages: listed }), { isLasting: false });
}
