import type { Shard } from '../archive/shard.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { progress } from '../host/progress.ts';
import { settings } from '../host/settings.ts';
import { type RankedSearch, rankedSearch } from './ranked-search.ts';

/** Builds what ranked search lacks in the cache, telling how far it has come. */
export function rankedSearchInCache(cache: string, shard: Shard | null): Promise<RankedSearch> {
  const { content, shards, fragments, pagefind } = settings();
  let phase: ReturnType<typeof progress> | null = null;
  return rankedSearch({
    content,
    cache,
    isOwn: ownShards(shard, shards),
    fragments,
    asked: pagefind,
    tell: (done, total) => {
      phase ??= progress('检索索引', '份报告', total);
      phase.reach(done);
    },
  });
}
