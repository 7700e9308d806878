/** `npm run build`, see `usage`: checks the content, builds beside the last good site, swaps by renaming. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { regionTree } from '../../src/archive/region-tree.ts';
import { namedShard, rootShard } from '../../src/archive/shard.ts';
import { heldBuildLock } from '../../src/build/build-lock.ts';
import { buildOrigin } from '../../src/build/build-origin.ts';
import { checkContent } from '../../src/build/check-content.ts';
import { contentFolder } from '../../src/build/content-folder.ts';
import { exactFiles } from '../../src/build/exact-search.ts';
import type { ExactSearchOrder } from '../../src/build/exact-search-process.ts';
import { openDataFiles } from '../../src/build/open-data-files.ts';
import { keptProgramDigest } from '../../src/build/pages/kept-program.ts';
import { makePages } from '../../src/build/pages/page-making.ts';
import { builtByAstro } from '../../src/build/pages/whole-build.ts';
import {
  publishedBefore,
  publishedByShard,
  refuseFewer,
  refuseOtherTexts,
  reportsOfBuild,
} from '../../src/build/publication-change.ts';
import { captureFiles } from '../../src/build/published-captures.ts';
import { publishedFiles } from '../../src/build/published-files.ts';
import { releaseFilesToPublish } from '../../src/build/published-releases.ts';
import { rankedFiles } from '../../src/build/ranked-search.ts';
import { rankedSearchInCache } from '../../src/build/ranked-search-in-cache.ts';
import { writeShardManifest } from '../../src/build/shard-manifest-files.ts';
import { astroFolder, buildFolders, fetchFromAstro, recoverSite } from '../../src/build/site/finished-build.ts';
import { offlineFiles } from '../../src/build/site/offline-files.ts';
import { SiteChange } from '../../src/build/site/site-change.ts';
import { buildState, keepState, stands } from '../../src/build/site/standing-build.ts';
import { shardInventories, siteInventory, writeShardInventory } from '../../src/build/site-inventory.ts';
import { manifestName, siteManifestOf } from '../../src/build/site-manifest.ts';
import { forgetReadings } from '../../src/content-check/kept-readings.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { commandLine } from '../../src/host/command-line.ts';
import { inOwnProcess } from '../../src/host/own-process.ts';
import { programDigest } from '../../src/host/program-digest.ts';
import { settings, tellAstro } from '../../src/host/settings.ts';
import { headersFile } from '../../src/hosting/headers-file.ts';

const usage = `npm run build [-- 选项]    检查内容，生成网站，完成后换下上一版
  --shard 34          只生成一省：省级代码的前两位
  --root              只生成各省共有的部分
  --without-search    不生成检索
  --whole             网页全部由 Astro 按它自己的步骤生成：结果逐字节相同，要慢几倍，供核对
  --allow-fewer       报告比上一版少了十分之一以上也照样生成
  --allow-other-text  报告文件没有改动而网页上的文字变了，也照样生成
  环境变量（ARCHIVE_CONTENT、ARCHIVE_OUT、ARCHIVE_SITE、ARCHIVE_BASE 等）见 README.md`;

const { values } = commandLine({
  usage,
  options: {
    shard: { type: 'string' },
    root: { type: 'boolean', default: false },
    'without-search': { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    'allow-fewer': { type: 'boolean', default: false },
    'allow-other-text': { type: 'boolean', default: false },
  },
  faults: ({ values: { shard, root } }) => [
    ...(shard !== undefined && namedShard(shard) === null
      ? [`--shard 须为省级代码的前两位，如 34，现为“${shard}”；各省共有的部分用 --root`]
      : []),
    ...(shard !== undefined && root ? ['--shard 与 --root 只能用一个'] : []),
  ],
});
const shard = values.root ? rootShard : values.shard === undefined ? null : namedShard(values.shard);

const { out, base, shards, cache: allCaches, allowsFewer, allowsOtherText } = settings();
const content = contentFolder(settings().content);
const folders = buildFolders(out);
// Each part keeps its own pages: what one does not have, it would take for deleted.
const cache = join(allCaches, ...(shard === null ? [] : [`shard-${shard}`]));
tellAstro({
  ARCHIVE_CACHE: cache,
  ...(shard === null ? {} : { ARCHIVE_SHARD: shard }),
  ...(existsSync(join(content, 'INVENTED')) ? { ARCHIVE_INVENTED: '1' } : {}),
});
const province = shard === rootShard ? null : shard;

await heldBuildLock(out, allCaches);
recoverSite(folders);
const origin = buildOrigin(content);
// Of a part that is built apart more is left than a site.
const state =
  shard === null
    ? buildState(
        JSON.stringify([keptProgramDigest(), programDigest(['scripts/build']), settings(), values, origin]),
        content,
      )
    : null;
if (state !== null && !values.whole && stands(state, out, cache)) {
  console.error('内容、程序和网站都与上次生成时相同，没有要做的。');
  console.log(`网站已生成于 ${folders.out}`);
  process.exit(0);
}
// What a province has left damaged is said before anything is made of it.
const apart = shard === rootShard ? shardInventories(shards) : [];
const before = province === null ? publishedBefore(out) : publishedByShard(shards, province);
if (!values['allow-fewer'] && !allowsFewer) refuseFewer(before.reports, reportsOfBuild(content, shard, shards));
mkdirSync(cache, { recursive: true });
const { isSound, texts } = await checkContent(content, {
  ...{ quiet: true, cache, believesTimes: true, keepsReadings: true },
});
if (!isSound) process.exit(1);
const search = values['without-search'] ? null : await rankedSearchInCache(cache, shard);
// The exact index is one for all: the root builds it from what the provinces leave.
const isExactHere = !values['without-search'] && province === null;
if (isExactHere) {
  console.error('精确检索索引……');
  const order: ExactSearchOrder = { content, cache, texts, shards: shard === rootShard ? shards : null };
  await inOwnProcess(new URL('../../src/build/exact-search-process.ts', import.meta.url), order);
}
// What no build uses any more.
for (const left of ['dist', 'incremental-build.json', 'data-store.json', 'pages.seal', 'unfinished'])
  rmSync(join(cache, left), { recursive: true, force: true });
const made = astroFolder(folders);
try {
  const site = new SiteChange(folders, cache);
  const program = values.whole ? null : await makePages(site);
  if (program === null) {
    await builtByAstro(made);
    fetchFromAstro(made, folders);
    for (const [path, file] of publishedFiles(site.staging, () => null)) site.staged(path, { ...file, key: null });
  }
  for (const file of captureFiles()) site.publish(file);
  for (const file of province === null ? releaseFilesToPublish() : []) site.publish(file);
  if (base === '/' && province === null) site.write('_headers', headersFile(base));
  for (const file of search ? rankedFiles(search) : []) site.publish({ ...file, path: `pagefind/${file.path}` });
  // Of the whole: the provinces' data too, which others have built.
  if (province === null)
    for (const [path, text] of openDataFiles([...apart, siteInventory(texts, site.files)])) site.write(path, text);
  // Last of all, for it lists the pages.
  if (province === null)
    for (const [path, text] of offlineFiles([...apart, siteInventory(texts, site.files)])) site.write(path, text);
  const inventory = siteInventory(texts, site.files);
  if (before.texts && !values['allow-other-text'] && !allowsOtherText) refuseOtherTexts(before.texts, inventory.texts);
  if (province === null) site.write(manifestName, siteManifestOf(origin, [...apart, inventory]));
  else {
    const reports = writeShardManifest({
      ...{ content, tree: regionTree(readRegionRegister(content).regions), shard: province, folder: shards, cache },
    });
    writeShardInventory(shards, province, inventory);
    console.log(`${reports} 份报告的清单已写入 ${shards}`);
  }
  if (isExactHere) for (const file of exactFiles(cache)) site.publish({ ...file, path: `search-index/${file.path}` });
  forgetReadings(cache);
  const left = site.finish(program);
  if (state !== null) keepState(state, left, cache);
} catch (error) {
  // What is half made is of no use to anybody, and may be what has filled the disk. A change that was decided goes on
  // with the next build.
  if (!existsSync(folders.journal))
    for (const half of [made, folders.building]) rmSync(half, { recursive: true, force: true });
  forgetReadings(cache);
  throw error;
}
console.log(`网站已生成于 ${folders.out}`);
