import { availableParallelism } from 'node:os';
import { progress } from '../../host/progress.ts';
import { settings } from '../../host/settings.ts';
import type { SiteChange } from '../site/site-change.ts';
import { type KeptProgram, keptProgram } from './kept-program.ts';
import { writePages } from './page-writer.ts';
import { OtherAstro } from './prerender-app.ts';
import { type SitePage, sitePages } from './site-pages.ts';

/**
 * So many pages one core makes sooner than two: a thread costs a second and the memory of the whole catalogue.
 */
const pagesAlone = 20_000;

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
 * Names the program's files and all pages of a site; gives the digest of the program. Null, with nothing named, where the
 * installed Astro is not the one that is known here, which is told.
 */
export async function makePages(site: SiteChange): Promise<string | null> {
  const found = await program();
  if (found === null) return null;
  const { kept, pages } = found;
  for (const file of kept.files) site.publish(file);
  const { threads, threadsAfter } = settings();
  let phase: ReturnType<typeof progress> | null = null;
  await writePages(site, {
    ...{ pages, program: kept.digest },
    threads: {
      count: threads ?? availableParallelism() - 1,
      after: threadsAfter ?? pagesAlone,
      order: { program: kept, folder: site.staging },
    },
    tell: (done, total) => {
      phase ??= progress('生成页面', '页', total);
      phase.reach(done);
    },
  });
  return kept.digest;
}
