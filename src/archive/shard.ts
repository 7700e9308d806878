/**
 * A part of the archive that is built apart: one province, by the first two digits of its codes, or `root`, which is
 * what the provinces share. All parts, copied together, are the whole site. Null where the whole is built at once.
 */
export type Shard = string;

/** The part that holds what belongs to no province: pages over several, and the State's own reports. */
export const rootShard: Shard = 'root';

/** The shard that a region's reports and pages belong to. */
export function shardOfRegion(code: string): Shard {
  return code.startsWith('00') ? rootShard : code.slice(0, 2);
}

/**
 * The shard that builds a page, by its address below the base path. What is held against all years of the archive,
 * such as its coverage, is the root's: a province knows its own years only.
 */
export function shardOfPage(path: string): Shard {
  const code =
    /^\/?(?:reports|regions|sitemaps|feeds|shortcomings\/region)\/(\d{6})/.exec(path)?.[1] ??
    /^\/?(?:years|completeness|shortcomings|figures\/[a-z-]+)\/\d{4}\/(\d{6})/.exec(path)?.[1] ??
    /^\/?data\/[a-z-]+\/(?:\d{4}\/)?(\d{6})/.exec(path)?.[1];
  return code === undefined ? rootShard : shardOfRegion(code);
}

/** Whether a region is a province or the State: their reports are neighbours across all shards. */
export function isOverShards(code: string): boolean {
  return code.slice(2, 6) === '0000';
}

/** The shard that a name on the command line or in the environment means; null when it is none. */
export function namedShard(name: string): Shard | null {
  return name === rootShard || /^[1-9]\d$/.test(name) ? name : null;
}
