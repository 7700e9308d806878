import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the archive built for the root of a host. */
    rootSite: string;
    /** Folder of the archive built for the sub-path `/archive/`, with ranked search in few files. */
    subPathSite: string;
  }
}

const run = promisify(execFile);

/** Builds the archive that `content/` holds, with the command that readers of the README use. */
async function build(out: string, environment: Record<string, string>): Promise<string> {
  await run(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, ...environment, ARCHIVE_OUT: out, ARCHIVE_CACHE: `${out}.cache`, NODE_ENV: 'production' },
  });
  return out;
}

/** Before all site tests: the archive built twice, at the root and under a sub-path. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-sites-'));
  provide('rootSite', await build(join(folder, 'root'), {}));
  provide(
    'subPathSite',
    await build(join(folder, 'sub'), {
      ...{ ARCHIVE_BASE: '/archive/', ARCHIVE_CONTACT: 'archive@example.org', ARCHIVE_FRAGMENTS: '2' },
    }),
  );
  return () => rm(folder, { recursive: true, force: true });
}
