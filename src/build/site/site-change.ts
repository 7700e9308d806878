import { existsSync, mkdirSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { machineRefusal } from '../../host/expected-failure.ts';
import { copyApart, isSameSeal, sealOf } from '../../host/file-seal.ts';
import type { FileToPublish, PublishedFile } from '../published-files.ts';
import { pathsBelow } from '../published-files.ts';
import { type BuildFolders, swapSite } from './finished-build.ts';
import { journalSteps, type SiteJournal, writeJournal } from './site-journal.ts';
import { type ListedFile, type SiteList, siteList, writeSiteList } from './site-list.ts';
import { timesDigest } from './standing-build.ts';

/** A file of the site as it is to be, and the key that a page was made under. */
export interface SiteFile extends PublishedFile {
  readonly key: string | null;
}

/** Null where nothing can be there. */
function statsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    // A file stands where the path has a folder.
    if (machineRefusal(error)?.code === 'ENOTDIR') return null;
    throw error;
  }
}

/**
 * The site that a build makes out of the one that stands: every file that is to be in it is named once, as one that
 * stands already or as one that is made ready beside it. Nothing changes in the site before `finish`.
 */
export class SiteChange {
  readonly #folders: BuildFolders;
  readonly #cache: string;
  readonly #before: SiteList;
  readonly #files = new Map<string, SiteFile>();
  readonly #staged = new Set<string>();
  readonly #made = new Set<string>();
  /** Files that stand and are not what was listed. */
  readonly #others = new Set<string>();

  /** Of a site and what the cache knows of it. */
  constructor(folders: BuildFolders, cache: string) {
    this.#folders = folders;
    this.#cache = cache;
    this.#before = siteList(cache);
    mkdirSync(folders.building, { recursive: true });
  }

  /** Folder in which files are made ready, under their paths in the site. */
  get staging(): string {
    return this.#folders.building;
  }

  /** Every file that was named, by path. */
  get files(): ReadonlyMap<string, SiteFile> {
    return this.#files;
  }

  /** What stands at a path and is as a build left it; null where nothing does, or something else. */
  #standing(path: string): ListedFile | null {
    const listed = this.#before.files.get(path);
    if (!listed) return null;
    const found = statsOf(join(this.#folders.out, path));
    const [written, changed] = listed.times;
    const isSame =
      found?.isFile() && found.size === listed.size && found.mtimeMs === written && found.ctimeMs === changed;
    if (found && !isSame) this.#others.add(path);
    return isSame ? listed : null;
  }

  /** Names a page as one that stands; false where it must be made, for the program, its key or the file is another. */
  keepsPage(path: string, key: string, program: string): boolean {
    if (this.#before.program !== program || this.#before.files.get(path)?.key !== key) return false;
    const standing = this.#standing(path);
    if (standing) this.#files.set(path, standing);
    return standing !== null;
  }

  /** Names a file that has been made ready. */
  staged(path: string, file: SiteFile): void {
    this.#files.set(path, file);
    this.#staged.add(path);
  }

  /** Names a file, and makes it ready where it does not stand. */
  publish({ path, from, ...seal }: FileToPublish): void {
    const file = { ...seal, text: null, key: null };
    const standing = this.#standing(path);
    if (standing && isSameSeal(standing, file)) {
      this.#files.set(path, file);
      return;
    }
    const to = join(this.staging, path);
    const folder = dirname(to);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    if (typeof from === 'string') copyApart(from, to);
    else writeFileSync(to, from);
    this.staged(path, file);
  }

  /** Names a file of which these are the bytes. */
  write(path: string, text: string): void {
    const from = Buffer.from(text);
    this.publish({ path, from, ...sealOf(from) });
  }

  /** What is to be put into the site that stands, new files first, and what is to go from it. */
  #journal(): SiteJournal {
    const { out } = this.#folders;
    const staged = [...this.#staged].filter((path) => {
      const [standing, file] = [this.#standing(path), this.#files.get(path)];
      return !standing || !file || !isSameSeal(standing, file);
    });
    const isNew = (path: string): boolean => !existsSync(join(out, path));
    const { fresh = [], other = [] } = Object.groupBy(staged.sort(), (path) => (isNew(path) ? 'fresh' : 'other'));
    return { put: [...fresh, ...other], remove: pathsBelow(out).filter((path) => !this.#files.has(path)) };
  }

  /**
   * Brings the site to what was named, and keeps for the next build what it then is; `program` made its pages. Gives the
   * digest of its files by their times.
   */
  finish(program: string | null): string {
    const { out, building, journal } = this.#folders;
    if (this.#others.size > 0) console.error(`上一版网站里有 ${this.#others.size} 个文件与记录不符，换成这一版的。`);
    if (existsSync(out)) {
      const places = { site: out, staged: building, journal };
      const steps = this.#journal();
      writeJournal(places, steps);
      for (const _ of journalSteps(places, steps));
    } else swapSite(this.#folders);
    const files = [...this.#files].map(([path, file]) => {
      const { mtimeMs, ctimeMs } = statSync(join(out, path));
      return [path, { ...file, times: [mtimeMs, ctimeMs] as const }] as const;
    });
    writeSiteList(this.#cache, { program, files: new Map(files) });
    return timesDigest(
      files.map(
        ([
          path,
          {
            size,
            times: [mtimeMs, ctimeMs],
          },
        ]) => [path, { size, mtimeMs, ctimeMs }] as const,
      ),
    );
  }
}
