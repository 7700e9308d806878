import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EditionFacts } from '../../browser/edition/edition-place.ts';
import { ExpectedFailure } from '../../host/expected-failure.ts';
import { progress } from '../../host/progress.ts';
import { pathsBelow } from '../published-files.ts';
import { manifestIn } from '../site-manifest.ts';
import { editionFiles } from './edition-files.ts';
import { editionPageScript, editionProgram } from './edition-program.ts';

/** An edition to be written. */
export interface EditionWriting extends Omit<EditionFacts, 'base' | 'reports'> {
  /** Folder of a built site. */
  readonly site: string;
  /** Folder to be written: one that does not stand, is empty, or holds an earlier edition. */
  readonly out: string;
  readonly hasCaptures: boolean;
}

/** What was written. */
export interface WrittenEdition {
  readonly reports: number;
  readonly files: number;
  readonly bytes: number;
}

/** What an edition says of itself to programs; the mark by which a folder is known to be one. */
const factsFile = 'edition.json';

/** Throws `ExpectedFailure` where a folder holds anything else than an edition. */
export function refuseOtherFolder(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, factsFile))) return;
  throw new ExpectedFailure(`${out} 里有别的文件，不动它：--out 须不存在、为空，或是先前写成的文件版`);
}

/**
 * Writes an edition of a built site that opens from its folder by itself: beside first, then in place of what stood
 * there. Rejects with `ExpectedFailure` where the folder holds something else or the site says nothing of itself.
 */
export async function writeEdition(writing: EditionWriting): Promise<WrittenEdition> {
  const { site, out, hasCaptures, isPacked, scope, day } = writing;
  refuseOtherFolder(out);
  const manifest = manifestIn(site);
  if (manifest === null || manifest === 'damaged')
    throw new ExpectedFailure(`${site} 没有完好的清单 manifest.json，不是 npm run build 生成的网站`);
  const { reports, settings } = manifest;
  const facts: EditionFacts = { base: settings.base, isPacked, scope, reports, day };
  const making = `${out}.making`;
  rmSync(making, { recursive: true, force: true });
  const paths = pathsBelow(site);
  const phase = progress('文件版', '个文件', paths.length);
  let files = 0;
  let bytes = 0;
  const folders = new Set<string>();
  const write = (path: string, content: string | Uint8Array): void => {
    const file = join(making, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, content);
    files++;
    bytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    phase.reach(Math.min(files, paths.length));
  };
  try {
    for (const { path, content } of editionFiles({ site, paths, base: settings.base, isPacked, hasCaptures }))
      write(path, content);
    write('page.js', editionPageScript());
    write('edition.js', await editionProgram(facts));
    write(factsFile, `${JSON.stringify({ format: 1, ...facts })}\n`);
    rmSync(out, { recursive: true, force: true });
    renameSync(making, out);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  return { reports, files, bytes };
}
