import { globSync } from 'node:fs';
import type { ReportId } from '../archive/report-id.ts';
import { rootShard, type Shard, shardOfRegion } from '../archive/shard.ts';
import { idOfReportFile, reportFiles } from '../content-files/report-store.ts';
import { shardManifests } from '../content-files/shard-manifest.ts';
import { ExpectedFailure } from '../host/expected-failure.ts';
import { reportOfPage } from './published-text.ts';
import { shardInventory } from './site-inventory.ts';
import { manifestIn, type SiteInventory } from './site-manifest.ts';

type Texts = SiteInventory['texts'];

/** What stands published before a build. */
export interface PublishedBefore {
  readonly reports: readonly ReportId[];
  /** Null where the site does not say. */
  readonly texts: Texts | null;
}

/** What the site in a folder publishes; says so where its manifest cannot be read. None where there is no site. */
export function publishedBefore(site: string): PublishedBefore {
  const manifest = manifestIn(site);
  if (manifest !== null && manifest !== 'damaged')
    return { reports: Object.keys(manifest.texts), texts: manifest.texts };
  if (manifest === 'damaged') console.error('上一版网站的 manifest.json 读不出来，各份报告的文字不能与上一版比较。');
  const pages = globSync('reports/*/*/index.html', { cwd: site });
  return { reports: pages.flatMap((page) => reportOfPage(page.replaceAll('\\', '/')) ?? []), texts: null };
}

/** What the earlier build of a province's shard published. */
export function publishedByShard(folder: string, shard: Shard): PublishedBefore {
  const texts = shardInventory(folder, shard)?.texts ?? null;
  return { reports: Object.keys(texts ?? {}), texts };
}

/** The reports that a build will publish: of a province its own, else all, those that the provinces leave among them. */
export function reportsOfBuild(content: string, shard: Shard | null, shards: string): ReportId[] {
  const held = reportFiles(content).map(idOfReportFile);
  if (shard !== null && shard !== rootShard) return held.filter((id) => shardOfRegion(id) === shard);
  const left = shard === null ? [] : shardManifests(shards).map(({ id }) => id);
  return [...new Set([...held, ...left])];
}

const mostNamed = 10;

const named = (ids: readonly ReportId[]): string =>
  `${ids.slice(0, mostNamed).join('、')}${ids.length > mostNamed ? ` 等 ${ids.length} 份` : ''}`;

/** Throws `ExpectedFailure` where the reports fall by more than a tenth and more than one; names those that are gone. */
export function refuseFewer(before: readonly ReportId[], now: readonly ReportId[]): void {
  const fall = before.length - now.length;
  if (fall <= 1 || fall <= before.length / 10) return;
  const left = new Set(now);
  const gone = before.filter((id) => !left.has(id)).sort();
  throw new ExpectedFailure(
    `上一版有 ${before.length} 份报告，这次只有 ${now.length} 份，少了：${named(gone)}。网站没有更换。内容文件夹是否拿错了？确要如此的，加 --allow-fewer`,
  );
}

/** Throws `ExpectedFailure` where the text of a report would change although its file did not; names all of them. */
export function refuseOtherTexts(before: Texts, now: Texts): void {
  const changed = Object.entries(now).flatMap(([id, [source, text]]) => {
    const [sourceBefore, textBefore] = before[id] ?? [];
    return sourceBefore === source && textBefore !== text ? [id] : [];
  });
  if (changed.length === 0) return;
  throw new ExpectedFailure(
    `报告文件没有改动，网页上的文字却与上一版不同：${named(changed)}。网站没有更换。程序改了显示文字的方法、确要如此的，加 --allow-other-text`,
  );
}
