import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { cacheDamage } from '../../host/cache-damage.ts';
import { fileSeal, sealedState } from '../../host/file-seal.ts';
import { inOwnProcess } from '../../host/own-process.ts';
import { programDigest } from '../../host/program-digest.ts';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';
import { bundledVariables, settings } from '../../host/settings.ts';
import { type FileToPublish, pathsBelow } from '../published-files.ts';
import { type PageStyles, pageStylesSchema } from './page-styles.ts';
import type { ProgramOrder } from './program-making.ts';

/** What Astro has made of the archive's program, without any of its content; one build keeps it for the next. */
export interface KeptProgram {
  /** Changes whenever anything does that the program is made of. */
  readonly digest: string;
  /** Address of the module by which Astro's bundle for prerendering begins. */
  readonly entry: string;
  readonly styles: readonly (readonly [string, PageStyles])[];
  /** What is published as it is: scripts, style sheets, what stands in `public`. */
  readonly files: readonly FileToPublish[];
}

/** Here alone the bundle finds the packages that it names, and no other disk has to be crossed. */
const keptPrograms = resolve('.astro', 'programs');

/** As many as there are ways in which one checkout is built by turns, as its tests do. */
const mostKept = 4;

const kind = 'archive-program';
const sealSchema = z.array(z.tuple([z.string(), z.string(), z.int()]));
const sealFile = (folder: string): string => `${folder}.seal`;

/** A digest of all that a program is made of: its text, its packages, Node, and the settings that stand in it. */
export function keptProgramDigest(): string {
  const { site, base } = settings();
  // All other settings are read when pages are made.
  const inserted = JSON.stringify([site, base, bundledVariables()]);
  const hash = createHash('sha256')
    .update(programDigest(['src']))
    .update(inserted);
  const others = ['astro.config.mjs', 'package.json', 'tsconfig.json', ...globSync(['src/**', 'public/**', '.env*'])];
  for (const file of others.map((name) => name.replaceAll('\\', '/')).sort())
    if (!/^src\/.*\.(?:ts|astro|css)$/.test(file) && statSync(file).isFile())
      hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

/** The program in a folder, all of it as it was made; null where there is none, and where it is damaged, which is told. */
function soundProgram(folder: string, digest: string): KeptProgram | null {
  const reading = readSealed(sealFile(folder), kind);
  if ('fault' in reading && reading.fault === 'missing') return null;
  const files = 'text' in reading ? sealSchema.safeParse(JSON.parse(reading.text)).data : null;
  const isWhole = files?.every(([path, sha256, size]) => sealedState(join(folder, path), { sha256, size }) === 'whole');
  const entry = files?.find(([path]) => path.startsWith('prerender/prerender-entry'))?.[0];
  if (files && isWhole && entry !== undefined)
    return {
      digest,
      entry: pathToFileURL(join(folder, entry)).href,
      styles: pageStylesSchema.parse(JSON.parse(readFileSync(join(folder, 'styles.json'), 'utf8'))),
      files: files.flatMap(([file, sha256, size]) => {
        const path = /^static\/(.*)$/.exec(file)?.[1];
        return path === undefined ? [] : [{ path, from: join(folder, file), sha256, size }];
      }),
    };
  cacheDamage('程序包');
  return null;
}

/** Deletes what was kept, but for the programs that were used last. */
function forgetOld(): void {
  const seals = globSync('*.seal', { cwd: keptPrograms }).map((name) => join(keptPrograms, name));
  const last = seals.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs).slice(0, mostKept);
  const kept = new Set(last.flatMap((seal) => [seal, seal.replace(/\.seal$/, '')]));
  for (const name of readdirSync(keptPrograms))
    if (!kept.has(join(keptPrograms, name))) rmSync(join(keptPrograms, name), { recursive: true, force: true });
}

/**
 * The program as Astro makes it, from an earlier build where nothing has changed that it is made of. To be called under
 * the lock of builds; rejects where Astro's build does.
 */
export async function keptProgram(): Promise<KeptProgram> {
  const digest = keptProgramDigest();
  const folder = join(keptPrograms, digest);
  const standing = soundProgram(folder, digest);
  if (standing) {
    const now = new Date();
    utimesSync(sealFile(folder), now, now);
    return standing;
  }
  console.error('程序有改动或是第一次生成，先编译程序……');
  for (const left of [folder, sealFile(folder), `${folder}.making`]) rmSync(left, { recursive: true, force: true });
  const order: ProgramOrder = { folder: `${folder}.making` };
  await inOwnProcess(new URL('./program-making.ts', import.meta.url), order);
  const files = pathsBelow(order.folder).map((path) => {
    const { sha256, size } = fileSeal(join(order.folder, path));
    return [path, sha256, size] as const;
  });
  renameSync(order.folder, folder);
  // The seal comes last: a program without one is none.
  writeSealed(sealFile(folder), kind, JSON.stringify(files), { isLasting: false });
  const made = soundProgram(folder, digest);
  if (!made) throw new Error(`${folder} is no program`);
  if (existsSync(keptPrograms)) forgetOld();
  return made;
}
