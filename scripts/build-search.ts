/** `npm run build:search`: the search indexes alone, for a site that stands. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolders, recoverSite, swapSite } from '../src/integrations/finished-build.ts';
import { publishRankedSearch } from '../src/integrations/ranked-search.ts';
import { heldBuildLock } from './build-lock.ts';
import { rankedSearchInCache } from './ranked-search-in-cache.ts';

const out = process.env.ARCHIVE_OUT ?? 'dist';
if (!existsSync(join(out, 'index.html'))) {
  console.error(`${out} 里还没有网站：先运行 npm run build`);
  process.exit(1);
}
await heldBuildLock();
const folders = buildFolders(join(out, 'pagefind'));
recoverSite(folders);
publishRankedSearch(await rankedSearchInCache(process.env.ARCHIVE_CACHE ?? '.cache', null), folders.building);
swapSite(folders);
console.log(`检索索引已生成于 ${folders.out}`);
