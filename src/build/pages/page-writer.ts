import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isSameSeal, sealOf } from '../../host/file-seal.ts';
import { publishedTextDigest, reportOfPage } from '../published-text.ts';
import type { MadePage } from './page-list.ts';
import type { PageThreadOrder } from './page-thread.ts';
import { onThreads } from './page-threads.ts';
import type { SitePage } from './site-pages.ts';

/** Pages that are made in one go, before others have their turn. */
const batch = 32;

/** Writes files into a folder, making each folder once; gives what each file then is. */
export function pageWriter(folder: string): (page: SitePage, bytes: Uint8Array) => MadePage {
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

/** The bytes of a page as they stand in a site; null where they are not those that were listed. */
function standingBytes(site: string, path: string, listed: MadePage): Uint8Array | null {
  try {
    const bytes = readFileSync(join(site, path));
    return isSameSeal(sealOf(bytes), listed) ? bytes : null;
  } catch {
    // Whatever keeps it from being read: it is made anew.
    return null;
  }
}

/** Pages to be written, and what may be taken of those that stand. */
export interface PagesOrder {
  readonly pages: readonly SitePage[];
  /** Folder of the site that is being built. */
  readonly folder: string;
  /** Folder of the site that stands, and its pages as an earlier build of the same program listed them. */
  readonly standing: string;
  readonly listed: ReadonlyMap<string, MadePage>;
  /** So many threads beside this one make pages where more are to be made than `after`. */
  readonly threads: { readonly count: number; readonly after: number; readonly order: PageThreadOrder } | null;
  /** Told how many pages have been made, and how many are to be. */
  readonly tell: (done: number, total: number) => void;
}

/**
 * Writes all pages of a site, each once: from the site that stands where its key says that nothing has changed and its
 * bytes are those that were listed, else made anew. Gives what each file is, by path. Standing pages that are not what
 * was listed are told of.
 */
export async function writtenPages({
  pages,
  folder,
  standing,
  listed,
  threads,
  tell,
}: PagesOrder): Promise<Map<string, MadePage>> {
  const write = pageWriter(folder);
  const written = new Map<string, MadePage>();
  const missing: SitePage[] = [];
  let others = 0;
  for (const page of pages) {
    const known = page.key === null ? undefined : listed.get(page.path);
    const bytes = known?.key === page.key && known ? standingBytes(standing, page.path, known) : null;
    if (known?.key === page.key && bytes === null) others++;
    if (bytes === null) missing.push(page);
    else written.set(page.path, write(page, bytes));
  }
  if (others > 0) console.error(`上一版网站里有 ${others} 个网页与记录不符，重新生成。`);
  let [next, done] = [0, 0];
  const take = (): SitePage[] => {
    next += batch;
    return missing.slice(next - batch, next);
  };
  const put = (files: Iterable<readonly [string, MadePage]>): void => {
    for (const [path, file] of files) {
      written.set(path, file);
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
      const files: [string, MadePage][] = [];
      for (const page of turn) files.push([page.path, write(page, await page.made())]);
      put(files);
      // What the Markdown reader holds outside of JavaScript is freed only where the event loop turns.
      await setImmediate();
    }
    await beside?.ended;
  } finally {
    await beside?.end();
  }
  return written;
}
