import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure } from '../../host/expected-failure.ts';
import type { Release, ReleaseHead } from '../../releases/release.ts';
import { releaseFileNames } from '../../releases/release.ts';
import { releasedTexts } from '../../releases/release-list.ts';

/** Where releases lie below the content folder, each in a folder named by its number. */
export const releasesFolder = 'releases';

const sum = z.string().regex(/^[0-9a-f]{64}$/);
const headSchema = z.strictObject({
  number: z.int().min(1),
  day: z.iso.date(),
  reports: z.int().min(0),
  texts: z.int().min(0),
  captures: z.int().min(0),
  previous: sum.nullable(),
});

/** Signatures and time stamps that people lay beside the sums. */
const isSignature = (name: string): boolean => /^SHA256SUMS\.[a-z0-9.]+$/i.test(name);

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function headIn(text: string): ReleaseHead {
  const read = headSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${read.error.issues[0]?.path.join('.') ?? ''} 不是应有的样子`);
  return read.data;
}

/** The releases of a content folder as far as they can be read, by number, and a sentence in Chinese for each fault. */
export function readReleases(content: string): { releases: Release[]; faults: string[] } {
  const folder = join(content, releasesFolder);
  const faults: string[] = [];
  const releases: Release[] = [];
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  for (const name of names.filter((one) => !/^[1-9]\d*$/.test(one)))
    faults.push(`${releasesFolder}/${name}：发布版的文件夹以编号为名，如 1；移走它`);
  const numbers = names
    .filter((one) => /^[1-9]\d*$/.test(one))
    .map(Number)
    .sort((one, other) => one - other);
  for (const [at, number] of numbers.entries()) {
    const own = join(folder, String(number));
    const read = <Value>(file: string, made: (text: string) => Value): Value | null => {
      try {
        return made(readFileSync(join(own, file), 'utf8'));
      } catch (error) {
        faults.push(`${releasesFolder}/${number}/${file}：${reason(error)}；从 Git 取回原来的文件`);
        return null;
      }
    };
    const files = readdirSync(own).sort();
    for (const file of files)
      if (!isSignature(file) && !releaseFileNames.some((known) => known === file))
        faults.push(`${releasesFolder}/${number}/${file} 不属于发布版；移走它`);
    if (number !== at + 1)
      faults.push(`${releasesFolder}/${number}：编号应为 ${at + 1}，缺了前面的发布版；从 Git 取回`);
    const head = read('release.json', headIn);
    const list = read('reports.csv', releasedTexts);
    if (head && head.number !== number)
      faults.push(`${releasesFolder}/${number}/release.json：number 为 ${head.number}`);
    if (head && list) releases.push({ ...head, list, files });
  }
  return { releases, faults };
}

/** The releases of a content folder, by number; throws `ExpectedFailure` with all that is wrong with them. */
export function soundReleases(content: string): Release[] {
  const { releases, faults } = readReleases(content);
  if (faults.length > 0) throw new ExpectedFailure(faults.join('\n'));
  return releases;
}
