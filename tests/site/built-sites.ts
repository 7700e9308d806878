import { cpSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { withdrawnFile, withdrawnFileText } from '../../src/content-files/withdrawn-register.ts';
import { writeHostileContent } from '../hostile/hostile-content.ts';
import { writeFewProvinces } from './few-provinces.ts';
import { withdrawnSample } from './held-names.ts';
import { type BuildPlaces, built, placesIn, writeSmallContent } from './invented-content.ts';
import { writeSecondYear } from './second-year.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the archive as it is published, built for the root of a host: the whole country. */
    rootSite: string;
    /**
     * Folder of the archive built for the sub-path `/archive/`, with ranked search in few files: all reports but one
     * that is withdrawn, and of the regions the four provinces that have them; and one report that means harm, with all
     * it can bring along (see `tests/hostile`).
     */
    subPathSite: string;
    /** A small invented archive (see `invented-content.ts`), built clean and on one core; for others to copy. */
    smallArchive: BuildPlaces;
  }
}

/** Before all site tests: the archive built twice, at the root and under a sub-path, and a small one. */
export default async function setup({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-sites-'));
  const { env } = config;
  const root = { ...placesIn(join(folder, 'root')), content: 'content' };
  await built(root, [], env);
  provide('rootSite', root.out);
  const sub = placesIn(join(folder, 'sub'));
  cpSync('content', sub.content, { recursive: true });
  writeFewProvinces(sub.content, ['12', '14', '34', '37']);
  writeFileSync(join(sub.content, withdrawnFile), withdrawnFileText(sub.content, withdrawnSample));
  writeHostileContent(sub.content);
  writeSecondYear(sub.content);
  const subPath = { ARCHIVE_BASE: '/archive/', ARCHIVE_CONTACT: 'archive@example.org', ARCHIVE_FRAGMENTS: '2' };
  await built(sub, [], { ...env, ...subPath });
  provide('subPathSite', sub.out);
  const small = placesIn(join(folder, 'small'));
  writeSmallContent(small.content);
  await built(small, [], { ...env, ARCHIVE_THREADS: '0' });
  provide('smallArchive', small);
  return () => rm(folder, { recursive: true, force: true });
}
