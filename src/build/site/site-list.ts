import { join } from 'node:path';
import { z } from 'zod';
import { cacheDamage } from '../../host/cache-damage.ts';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';
import type { PublishedFile } from '../published-files.ts';

/** A file of the site as a build left it. */
export interface ListedFile extends PublishedFile {
  /** Under which a page was made; null for all else. */
  readonly key: string | null;
  /** When the file was last written and when it was last changed in any way, in milliseconds since 1970. */
  readonly times: readonly [written: number, changed: number];
}

/** What a build left. */
export interface SiteList {
  /** The program that made its pages; null where no key may be believed. */
  readonly program: string | null;
  /** By path in the site. */
  readonly files: ReadonlyMap<string, ListedFile>;
}

const kind = 'archive-site';
const listFile = (cache: string): string => join(cache, 'site.json');

const fileSchema = z.tuple([z.string(), z.int(), z.string().nullable(), z.string().nullable(), z.number(), z.number()]);
const listSchema = z.object({ program: z.string().nullable(), files: z.record(z.string(), fileSchema) });

/** What the last build with this cache left in the site; nothing where none did, or where the list is damaged, which is told. */
export function siteList(cache: string): SiteList {
  const reading = readSealed(listFile(cache), kind);
  const list = 'text' in reading ? listSchema.safeParse(JSON.parse(reading.text)).data : undefined;
  if (!list && !('fault' in reading && reading.fault === 'missing')) cacheDamage('网站目录');
  const files = Object.entries(list?.files ?? {}).map(
    ([path, [sha256, size, text, key, written, changed]]) =>
      [path, { sha256, size, text, key, times: [written, changed] }] as const,
  );
  return { program: list?.program ?? null, files: new Map(files) };
}

/** Keeps for the next build what this one left in the site. */
export function writeSiteList(cache: string, { program, files }: SiteList): void {
  const listed: z.infer<typeof listSchema>['files'] = {};
  for (const [path, { sha256, size, text, key, times }] of files) listed[path] = [sha256, size, text, key, ...times];
  writeSealed(listFile(cache), kind, JSON.stringify({ program, files: listed }), { isLasting: false });
}
