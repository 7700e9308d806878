/** `npm run build:search`: the search indexes alone, for a site that stands. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { heldBuildLock } from '../src/build/build-lock.ts';
import { checkContent } from '../src/build/check-content.ts';
import { contentFolder } from '../src/build/content-folder.ts';
import { exactFiles, exactSearchInCache } from '../src/build/exact-search.ts';
import { publishCopies } from '../src/build/published-copies.ts';
import { publishedFiles } from '../src/build/published-files.ts';
import { rankedFiles } from '../src/build/ranked-search.ts';
import { rankedSearchInCache } from '../src/build/ranked-search-in-cache.ts';
import { buildFolders, recoverSite, swapSite } from '../src/build/site/finished-build.ts';
import { renewManifest } from '../src/build/site-manifest.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';

const usage = `npm run build:search    只重做检索索引；网站须已由 npm run build 生成
  没有选项；内容、网站、缓存的位置由环境变量 ARCHIVE_CONTENT、ARCHIVE_OUT、ARCHIVE_CACHE 指定`;

commandLine({ usage, options: {} });
const { out, cache } = settings();
const content = contentFolder(settings().content);

/** Replaces one folder of the site as a whole. */
function replace(folder: string, publish: (building: string) => void): void {
  const folders = buildFolders(join(out, folder));
  recoverSite(folders);
  publish(folders.building);
  swapSite(folders);
}

if (!existsSync(join(out, 'index.html'))) {
  console.error(`${out} 里还没有网站：先运行 npm run build`);
  process.exit(1);
}
await heldBuildLock(out, cache);
mkdirSync(cache, { recursive: true });
const { isSound, texts } = await checkContent(content, { quiet: true, cache });
if (!isSound) process.exit(1);
const ranked = await rankedSearchInCache(cache, null);
const { reports } = await exactSearchInCache(content, cache, texts);
replace('pagefind', (building) => {
  publishCopies(rankedFiles(ranked), building);
});
replace('search-index', (building) => publishCopies(exactFiles(cache), building));
renewManifest(
  out,
  'pagefind/',
  publishedFiles(join(out, 'pagefind'), () => null),
);
console.log(`${reports} 份报告的检索索引已生成于 ${out}`);
