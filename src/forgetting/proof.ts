import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { progress } from '../host/progress.ts';
import { purgeCache } from './cache-purge.ts';
import { countFiles, type FolderScan, folderScan, type ScanMemory } from './scan.ts';
import type { SoughtText } from './sought-text.ts';

/** Where texts of the archive lie on this machine. */
export interface ArchivePlaces {
  readonly content: string;
  readonly cache: string;
  /** The built site. */
  readonly out: string;
  /** What provinces built apart leave for the root. */
  readonly shards: string;
}

/** What still stands where. */
export interface Proof {
  readonly content: FolderScan | null;
  readonly site: FolderScan | null;
  readonly shards: FolderScan | null;
  /** What is left after what was found in it was deleted. */
  readonly cache: FolderScan | null;
  readonly astro: FolderScan | null;
  /** What a build that was killed left beside the site, as far as it is there. */
  readonly left: readonly FolderScan[];
  /** Pieces of the cache that were deleted because they held it. */
  readonly purged: readonly string[];
}

/** Where Astro keeps what the dev server loaded, and a build its bundle. */
const astroFolder = '.astro';

/** Where a build works beside the site, and sets the last one aside. */
const beside = (out: string): string[] => [`${out}.previous`, `${out}.building`];

/**
 * Looks for texts in every byte of content, cache, built site and shards. With `purges`, pieces of the cache that hold
 * one are deleted (the next build makes them anew); content and site are only looked at.
 */
export async function proof(
  { content, cache, out, shards }: ArchivePlaces,
  sought: readonly SoughtText[],
  { purges }: { readonly purges: boolean },
): Promise<Proof> {
  const memory: ScanMemory = new Map();
  const phase = progress(
    '核对',
    '个文件',
    [content, cache, astroFolder, out, ...beside(out), shards].reduce((sum, one) => sum + countFiles(one), 0),
  );
  let done = 0;
  const scan = (folder: string): Promise<FolderScan | null> =>
    folderScan(folder, sought, memory, () => phase.reach(++done));
  const inContent = await scan(content);
  const inCache = await scan(cache);
  const inAstro = await scan(astroFolder);
  const inSite = await scan(out);
  const left: FolderScan[] = [];
  for (const folder of beside(out)) {
    const found = await scan(folder);
    if (found) left.push(found);
  }
  const inShards = await scan(shards);
  const purged = purges ? purgeCache(cache, inCache?.found ?? []) : [];
  const bundles = purges ? (inAstro?.found ?? []) : [];
  for (const file of bundles) rmSync(join(astroFolder, file), { force: true });
  return {
    content: inContent,
    cache: purged.length > 0 ? await folderScan(cache, sought, memory) : inCache,
    astro: bundles.length > 0 ? await folderScan(astroFolder, sought, memory) : inAstro,
    site: inSite,
    shards: inShards,
    left,
    purged: [...purged, ...bundles],
  };
}

/** Whether none of the texts was found anywhere, and nothing was left unread. */
export function isProven({ content, cache, astro, site, shards, left }: Proof): boolean {
  return [content, cache, astro, site, shards, ...left].every(
    (scan) => !scan || scan.found.length + scan.unreadable.length === 0,
  );
}

const shown = (folder: string, files: readonly string[]): string =>
  files
    .slice(0, 5)
    .map((file) => `\n    ${folder}/${file}`)
    .join('') + (files.length > 5 ? `\n    ……共 ${files.length} 个` : '');

function folderLines(what: string, scan: FolderScan | null, way: string): string[] {
  if (!scan) return [];
  const { folder, files, found, unreadable } = scan;
  return [
    found.length === 0
      ? `  ${what}（${folder}）：读过 ${files} 个文件，没有`
      : `  ${what}（${folder}）：读过 ${files} 个文件，${found.length} 个里还有。${way}${shown(folder, found)}`,
    ...(unreadable.length === 0
      ? []
      : [`  ${what}（${folder}）：${unreadable.length} 个文件读不出，不能断定${shown(folder, unreadable)}`]),
  ];
}

/** A proof in Chinese, a line for each place; never the text itself. */
export function proofLines({ content, cache, astro, site, shards, left, purged }: Proof): string[] {
  return [
    ...folderLines('内容', content, '核对这些文件：同一文字也在别处的，逐份处理；多余的文件删去'),
    ...(purged.length === 0 ? [] : [`  缓存：含有的 ${purged.length} 项已删去，下次生成时重做`]),
    ...folderLines('缓存', cache, '删去缓存文件夹，下次生成时重做'),
    ...folderLines('中间文件', astro, '删去这些文件，下次生成时重做'),
    ...folderLines('网站', site, '这是以前生成的：运行 npm run build 换下，再以 npm run scan 核对'),
    ...left.flatMap((scan) => folderLines('中断的生成留下的', scan, '运行 npm run build，它先清除这些')),
    ...folderLines('分片', shards, '重新生成所属的省份'),
  ];
}

/**
 * What no command of the archive reaches, and what to do about it, in Chinese. `files` are those that held the text,
 * below the content folder; they name the objects of the history without naming the text.
 */
export function beyondLines(content: string, files: readonly string[]): string[] {
  const paths = files.map((file) => `'${`${content}/${file}`.replaceAll("'", "'\\''")}'`).join(' ');
  return [
    '程序管不到的，须另行处理：',
    `  Git 历史：以前的提交里仍有原文。列出这些对象：git rev-list --all --objects -- ${paths}`,
    '    提交以后仍可查：git log --all --oneline -S"$(cat)"，回车后输入原文，Ctrl-D 结束（原文不进 shell 历史）',
    '    清除须改写历史（git filter-repo --invert-paths 或 --replace-text），再 git reflog expire --expire=now --all && git gc --prune=now，并通知持有副本的人',
    '  已发布的主机：重新发布新生成的网站，删去旧文件，清除 CDN 缓存',
    '  搜索引擎、网页存档：向其申请删除快照',
    '  备份、下载过本库的人手里的副本',
  ];
}
