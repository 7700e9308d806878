import { execFile } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { withdrawnFile, withdrawnFileText } from '../../src/content-files/withdrawn-register.ts';
import { writeHostileContent } from '../hostile/hostile-content.ts';
import { writeFewProvinces } from './few-provinces.ts';
import { withdrawnSample } from './held-names.ts';
import { writeSecondYear } from './second-year.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the archive as it is published, built for the root of a host: the whole country. */
    rootSite: string;
    /**
     * Folder of the archive built for the sub-path `/archive/`, with ranked search in few files: all reports but one
     * that is withdrawn, one county's year before that, and of the regions the four provinces that have them; and one report that means harm, with all
     * it can bring along (see `tests/hostile`).
     */
    subPathSite: string;
  }
}

const run = promisify(execFile);

/** Builds a content folder with the command that readers of the README use. */
async function build(content: string, out: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const places = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out, ARCHIVE_CACHE: `${out}.cache` };
  await run(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, ...environment, ...places, NODE_ENV: 'production' },
  });
  return out;
}

/** Before all site tests: the archive built twice, at the root and under a sub-path. */
export default async function setup({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-sites-'));
  provide('rootSite', await build('content', join(folder, 'root'), config.env));
  const few = join(folder, 'content');
  cpSync('content', few, { recursive: true });
  writeFewProvinces(few, ['12', '14', '34', '37']);
  writeFileSync(join(few, withdrawnFile), withdrawnFileText(few, withdrawnSample));
  writeHostileContent(few);
  writeSecondYear(few);
  const subPath = {
    ...config.env,
    ARCHIVE_BASE: '/archive/',
    ARCHIVE_CONTACT: 'archive@example.org',
    ARCHIVE_FRAGMENTS: '2',
  };
  provide('subPathSite', await build(few, join(folder, 'sub'), subPath));
  return () => rm(folder, { recursive: true, force: true });
}
