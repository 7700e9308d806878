import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { sealOf } from '../../host/file-seal.ts';
import { publishedTextDigest, reportOfPage } from '../published-text.ts';
import type { SiteChange, SiteFile } from '../site/site-change.ts';
import type { PageThreadOrder } from './page-thread.ts';
import { onThreads } from './page-threads.ts';
import type { SitePage } from './site-pages.ts';

/** Pages that are made in one go, before others have their turn. */
const batch = 32;

/** Writes files into a folder, making each folder once; gives what each file then is. */
export function pageWriter(folder: string): (page: SitePage, bytes: Uint8Array) => SiteFile {
  const made = new Set<string>();
  return ({ path, key }, bytes) => {
    const file = join(folder, path);
    const within = dirname(file);
    if (!made.has(within)) mkdirSync(within, { recursive: true });
    made.add(within);
    writeFileSync(file, bytes);
    const text = reportOfPage(path) === null ? null : publishedTextDigest(bytes);
    return { ...sealOf(bytes), text, key };
  };
}

/** Pages to be written, and how. */
export interface PagesOrder {
  readonly pages: readonly SitePage[];
  /** Whose components make them. */
  readonly program: string;
  /** So many threads beside this one make pages where more are to be made than `after`. */
  readonly threads: { readonly count: number; readonly after: number; readonly order: PageThreadOrder } | null;
  /** Told how many pages have been made, and how many are to be. */
  readonly tell: (done: number, total: number) => void;
}

/**
 * Names all pages of a site, those that stand where program, key and file are as they were, and makes the others, each
 * written once.
 */
export async function writePages(site: SiteChange, { pages, program, threads, tell }: PagesOrder): Promise<void> {
  const write = pageWriter(site.staging);
  const missing = pages.filter(({ path, key }) => key === null || !site.keepsPage(path, key, program));
  let [next, done] = [0, 0];
  const take = (): SitePage[] => {
    next += batch;
    return missing.slice(next - batch, next);
  };
  const put = (files: Iterable<readonly [string, SiteFile]>): void => {
    for (const [path, file] of files) {
      site.staged(path, file);
      done++;
    }
    tell(done, missing.length);
  };
  const beside =
    threads && threads.count > 0 && missing.length > threads.after
      ? onThreads(threads.count, threads.order, () => take().map(({ path }) => path), put)
      : null;
  try {
    for (let turn = take(); turn.length > 0; turn = take()) {
      const files: [string, SiteFile][] = [];
      for (const page of turn) files.push([page.path, write(page, await page.made())]);
      put(files);
      // What the Markdown reader holds outside of JavaScript is freed only where the event loop turns.
      await setImmediate();
    }
    await beside?.ended;
  } finally {
    await beside?.end();
  }
}
