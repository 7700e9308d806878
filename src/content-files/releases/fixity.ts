import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSeal } from '../../host/file-seal.ts';
import { fileSums } from '../../releases/file-sums.ts';
import { contentSums } from './content-sums.ts';
import { readReleases, releasesFolder } from './release-files.ts';

/** What a look at every byte found. */
export interface Fixity {
  readonly captures: number;
  readonly releases: number;
  /** A sentence in Chinese each, with the file, what stood there and what was wanted. */
  readonly faults: readonly string[];
  /** How many files of the content are others than in the newest release, are new, are gone; null where there is none. */
  readonly since: {
    readonly number: number;
    readonly changed: number;
    readonly added: number;
    readonly gone: number;
  } | null;
}

function* captureFaults(content: string, names: readonly string[]): Generator<string> {
  for (const name of names) {
    const { sha256 } = fileSeal(join(content, 'sources', name));
    if (!name.startsWith(`${sha256}.`))
      yield `sources/${name}：内容的校验值为 ${sha256}，应与文件名相同；从备份或 Git 取回原来的文件`;
  }
}

function* releaseFaults(content: string, number: number, previous: string | null): Generator<string> {
  const own = `${releasesFolder}/${number}`;
  const file = `${own}/SHA256SUMS`;
  let sums: ReturnType<typeof fileSums>;
  try {
    sums = fileSums(readFileSync(join(content, file), 'utf8'));
  } catch (error) {
    yield `${file}：${error instanceof Error ? error.message : error}；从 Git 取回原来的文件`;
    return;
  }
  const chain = number > 1 ? [`${releasesFolder}/${number - 1}/SHA256SUMS`] : [];
  const named = [...['release.json', 'reports.csv', 'changes.csv'].map((name) => `${own}/${name}`), ...chain];
  for (const path of named) {
    const wanted = sums.get(path);
    if (wanted === undefined) yield `${file}：没有 ${path} 的一行；从 Git 取回原来的文件`;
    else if (!existsSync(join(content, path))) yield `${path} 不在了，${file} 列有它；从 Git 取回原来的文件`;
    else {
      const { sha256 } = fileSeal(join(content, path));
      if (sha256 !== wanted) yield `${path}：校验值为 ${sha256}，${file} 记为 ${wanted}；从 Git 取回原来的文件`;
    }
  }
  const [before] = chain;
  if (before !== undefined && previous !== sums.get(before))
    yield `${own}/release.json：previous 与 ${file} 所记的前一号不符；从 Git 取回原来的文件`;
}

/** Reads every byte of captures and releases and holds it against its sum; nothing is remembered from earlier looks. */
export function fixity(content: string): Fixity {
  const sources = join(content, 'sources');
  const names = existsSync(sources) ? readdirSync(sources).filter((name) => /^[0-9a-f]{64}\.[a-z]+$/.test(name)) : [];
  const { releases, faults } = readReleases(content);
  const all = [
    ...captureFaults(content, names),
    ...faults,
    ...releases.flatMap(({ number, previous }) => [...releaseFaults(content, number, previous)]),
  ];
  const last = releases.at(-1);
  let since: Fixity['since'] = null;
  if (last && all.length === 0) {
    const listed = fileSums(readFileSync(join(content, releasesFolder, String(last.number), 'SHA256SUMS'), 'utf8'));
    const then = new Map([...listed].filter(([path]) => !path.startsWith(`${releasesFolder}/`)));
    const now = contentSums(content);
    since = {
      number: last.number,
      changed: [...then].filter(([path, sum]) => now.has(path) && now.get(path) !== sum).length,
      added: [...now.keys()].filter((path) => !then.has(path)).length,
      gone: [...then.keys()].filter((path) => !now.has(path)).length,
    };
  }
  return { captures: names.length, releases: releases.length, faults: all, since };
}
