import type { Shard } from '../archive/shard.ts';
import { contentFolder } from '../content-files/report-store.ts';
import { ownShards, shardsFolder } from '../content-files/shard-manifest.ts';
import { progress } from '../host/progress.ts';
import { type RankedSearch, rankedSearch } from './ranked-search.ts';

/** Builds what ranked search lacks in the cache, telling how far it has come. `ARCHIVE_FRAGMENTS` caps its files. */
export function rankedSearchInCache(cache: string, shard: Shard | null): Promise<RankedSearch> {
  const { ARCHIVE_FRAGMENTS } = process.env;
  let phase: ReturnType<typeof progress> | null = null;
  return rankedSearch({
    content: contentFolder(),
    cache,
    isOwn: ownShards(shard, shardsFolder()),
    fragments: ARCHIVE_FRAGMENTS ? Number(ARCHIVE_FRAGMENTS) : null,
    tell: (done, total) => {
      phase ??= progress('检索索引', '份报告', total);
      phase.reach(done);
    },
  });
}
