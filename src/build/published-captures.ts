import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publishedName } from '../archive/routes.ts';
import { rootShard, type Shard, shardOfRegion } from '../archive/shard.ts';
import { namedCaptures } from '../content-files/report-file.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { type Settings, settings } from '../host/settings.ts';
import type { FileToPublish } from './published-files.ts';

const capturePattern = /^([0-9a-f]{64})\.(txt|html|docx|pdf|mht|warc)$/;

/** What a capture's file is called where it is published. */
const nameOnSite = (file: string): string => {
  const [, sha256 = '', format = ''] = capturePattern.exec(file) ?? [];
  return publishedName({ sha256, format });
};

/** Digests of the captures that report files name, by the shards that the reports belong to. */
function shardsOfCaptures(content: string): Map<string, Set<Shard>> {
  const shards = new Map<string, Set<Shard>>();
  for (const file of globSync('reports/*/*/*.md', { cwd: content })) {
    const shard = shardOfRegion(file.split(/[\\/]/)[2] ?? '');
    for (const digest of namedCaptures(readFileSync(join(content, file)).toString('utf8')))
      shards.set(digest, (shards.get(digest) ?? new Set()).add(shard));
  }
  return shards;
}

/** Captures that a build publishes: those of its reports; the root also those that no report names. */
function capturesOf({ shard, shards: folder, content }: Settings, names: readonly string[]): readonly string[] {
  if (shard === null) return names;
  const isOwn = ownShards(shard, folder);
  const shards = shardsOfCaptures(content);
  return names.filter((name) => [...(shards.get(name.slice(0, 64)) ?? [rootShard])].some(isOwn));
}

/**
 * The captures as they are to be published, byte for byte as they were fetched, below `sources/` of a site. To be called
 * after the check, which has held the captures' bytes against the digests in their names.
 */
export function captureFiles(): FileToPublish[] {
  const folder = join(settings().content, 'sources');
  const held = readdirSync(folder).filter((name) => capturePattern.test(name));
  return capturesOf(settings(), held).map((name) => {
    const from = join(folder, name);
    return { path: `sources/${nameOnSite(name)}`, from, sha256: name.slice(0, 64), size: statSync(from).size };
  });
}
