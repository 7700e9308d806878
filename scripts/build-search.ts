/** `npm run build:search`: the search indexes alone, for a site that is built already. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../src/content-files/report-store.ts';
import { exactSearchInCache, publishExactSearch } from '../src/integrations/exact-search.ts';
import { publishRankedSearch } from '../src/integrations/ranked-search.ts';
import { heldBuildLock } from './build-lock.ts';
import { checkContent } from './check-content.ts';
import { rankedSearchInCache } from './ranked-search-in-cache.ts';

const out = process.env.ARCHIVE_OUT ?? 'dist';
const cache = process.env.ARCHIVE_CACHE ?? '.cache';
const content = contentFolder();

if (!existsSync(join(out, 'index.html'))) {
  console.error(`${out} 里还没有网站：先运行 npm run build`);
  process.exit(2);
}
await heldBuildLock();
mkdirSync(cache, { recursive: true });
if (!checkContent(content, { quiet: true, cache })) process.exit(1);
const ranked = await rankedSearchInCache(cache, null);
const { built, reports } = await exactSearchInCache(content, cache);
for (const [name, publish] of [
  ['pagefind', (folder: string) => publishRankedSearch(ranked, folder)],
  ['search-index', (folder: string) => publishExactSearch(cache, folder)],
] as const) {
  rmSync(join(out, name), { recursive: true, force: true });
  publish(join(out, name));
}
console.log(
  `${reports} 份报告的检索索引已写入 ${out}（${built === 'none' ? '没有变动' : built === 'delta' ? '只做了变动的部分' : '全部重做'}）`,
);
