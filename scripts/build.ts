/** `npm run build`, see `usage`: checks the content, builds beside the last good site, swaps by renaming. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { regionTree } from '../src/archive/region-tree.ts';
import { namedShard, rootShard } from '../src/archive/shard.ts';
import { heldBuildLock } from '../src/build/build-lock.ts';
import { checkContent } from '../src/build/check-content.ts';
import { publishExactSearch } from '../src/build/exact-search.ts';
import type { ExactSearchOrder } from '../src/build/exact-search-process.ts';
import { buildFolders, closePageCache, openPageCache, recoverSite, swapSite } from '../src/build/finished-build.ts';
import { publishRankedSearch } from '../src/build/ranked-search.ts';
import { rankedSearchInCache } from '../src/build/ranked-search-in-cache.ts';
import { writeShardManifest } from '../src/build/shard-manifest-files.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { commandLine } from '../src/host/command-line.ts';
import { inOwnProcess } from '../src/host/own-process.ts';
import { settings, tellAstro } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';

const usage = `npm run build [-- 选项]    检查内容，生成网站，完成后换下上一版
  --shard 34          只生成一省：省级代码的前两位
  --root              只生成各省共有的部分
  --without-search    不生成检索
  环境变量（ARCHIVE_CONTENT、ARCHIVE_OUT、ARCHIVE_SITE、ARCHIVE_BASE 等）见 README.md`;

const { values } = commandLine({
  usage,
  options: {
    shard: { type: 'string' },
    root: { type: 'boolean', default: false },
    'without-search': { type: 'boolean', default: false },
  },
  faults: ({ values: { shard, root } }) => [
    ...(shard !== undefined && namedShard(shard) === null
      ? [`--shard 须为省级代码的前两位，如 34，现为“${shard}”；各省共有的部分用 --root`]
      : []),
    ...(shard !== undefined && root ? ['--shard 与 --root 只能用一个'] : []),
  ],
});
const shard = values.root ? rootShard : values.shard === undefined ? null : namedShard(values.shard);

const { out, shards, cache: allCaches } = settings();
const content = standingFolder(settings().content, 'ARCHIVE_CONTENT');
const folders = buildFolders(out);
// Each part keeps its own pages: what one does not have, it would take for deleted.
const cache = join(allCaches, ...(shard === null ? [] : [`shard-${shard}`]));
tellAstro({ ARCHIVE_CACHE: cache, ...(shard === null ? {} : { ARCHIVE_SHARD: shard }) });

await heldBuildLock();
recoverSite(folders);
mkdirSync(cache, { recursive: true });
if (!(await checkContent(content, { quiet: true, cache }))) process.exit(1);
const search = values['without-search'] ? null : await rankedSearchInCache(cache, shard);
// The exact index is one for all: the root builds it from what the provinces leave.
const isExactHere = !values['without-search'] && (shard === null || shard === rootShard);
if (isExactHere) {
  console.error('精确检索索引……');
  const order: ExactSearchOrder = { content, cache, shards: shard === rootShard ? shards : null };
  await inOwnProcess(new URL('../src/build/exact-search-process.ts', import.meta.url), order);
}
openPageCache(cache);
await build({ outDir: folders.building, logLevel: 'warn' });
if (search) publishRankedSearch(search, join(folders.building, 'pagefind'));
if (isExactHere) publishExactSearch(cache, join(folders.building, 'search-index'));
if (shard !== null && shard !== rootShard) {
  const tree = regionTree(readRegionRegister(content).regions);
  const reports = writeShardManifest(content, tree, shard, shards);
  console.log(`${reports} 份报告的清单已写入 ${shards}`);
}
closePageCache(cache);
swapSite(folders);
console.log(`网站已生成于 ${folders.out}`);
