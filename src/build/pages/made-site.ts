import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { copyApart, fileSeal } from '../../host/file-seal.ts';
import { progress } from '../../host/progress.ts';
import { settings } from '../../host/settings.ts';
import { type PublishedFile, pathsBelow } from '../published-files.ts';
import { type KeptProgram, keptProgram } from './kept-program.ts';
import { listedPages, listPages } from './page-list.ts';
import { writtenPages } from './page-writer.ts';
import { OtherAstro } from './prerender-app.ts';
import { type SitePage, sitePages } from './site-pages.ts';

/**
 * So many pages one core makes sooner than two: a thread costs a second and the memory of the whole catalogue.
 */
const pagesAlone = 20_000;

/** Folders of a build's pages. */
export interface PageFolders {
  /** The site that is being built; nothing is in it yet. */
  readonly building: string;
  /** The site that stands, if there is one. */
  readonly standing: string;
  /** What one build keeps for the next. */
  readonly cache: string;
}

async function program(): Promise<{ readonly kept: KeptProgram; readonly pages: readonly SitePage[] } | null> {
  try {
    const kept = await keptProgram();
    return { kept, pages: await sitePages(kept) };
  } catch (error) {
    if (!(error instanceof OtherAstro)) throw error;
    console.error(`这一版 Astro 与所知的不同（${error.message}），网页由它自己逐一生成，要慢几倍。`);
    return null;
  }
}

/**
 * Puts the program's files and all pages into the site that is being built; gives each file by its path. Null, with
 * nothing put there, where the installed Astro is not the one that is known here, which is told.
 */
export async function madeSite({ building, standing, cache }: PageFolders): Promise<Map<string, PublishedFile> | null> {
  const found = await program();
  if (found === null) return null;
  const { kept, pages } = found;
  const files = new Map<string, PublishedFile>();
  for (const path of pathsBelow(kept.files)) {
    mkdirSync(dirname(join(building, path)), { recursive: true });
    copyApart(join(kept.files, path), join(building, path));
    files.set(path, { ...fileSeal(join(building, path)), text: null });
  }
  const { threads, threadsAfter } = settings();
  let phase: ReturnType<typeof progress> | null = null;
  const made = await writtenPages({
    ...{ pages, standing, folder: building, listed: listedPages(cache, kept.digest) },
    threads: {
      count: threads ?? availableParallelism() - 1,
      after: threadsAfter ?? pagesAlone,
      order: { program: kept, folder: building },
    },
    tell: (done, total) => {
      phase ??= progress('生成页面', '页', total);
      phase.reach(done);
    },
  });
  listPages(cache, kept.digest, made);
  for (const [path, page] of made) files.set(path, page);
  return files;
}
