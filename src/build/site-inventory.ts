import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFile } from '../archive/report-id.ts';
import type { Shard } from '../archive/shard.ts';
import { inventoryFile, shardsApart } from '../content-files/shard-manifest.ts';
import { ExpectedFailure } from '../host/expected-failure.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import type { PublishedFile } from './published-files.ts';
import { reportOfPage } from './published-text.ts';
import { isListed, listedFiles, type SiteInventory, siteInventorySchema } from './site-manifest.ts';

const kind = 'archive-shard-files';

/** What a built site holds, from its files by path; reads the reports' files of the content folder for their digests. */
export function siteInventory(content: string, published: ReadonlyMap<string, PublishedFile>): SiteInventory {
  const texts = [...published].flatMap(([path, { text }]) => {
    const id = reportOfPage(path);
    if (id === null) return [];
    const source = hash('sha256', readFileSync(join(content, 'reports', reportFile(id))), 'hex');
    return [[id, [source, text ?? '']] as const];
  });
  return {
    texts: Object.fromEntries(texts.map(([id, [source, text]]) => [id, [source, text]])),
    files: listedFiles([...published].filter(([path]) => isListed(path))),
  };
}

/** Leaves for the root what a province's shard publishes. */
export function writeShardInventory(folder: string, shard: Shard, inventory: SiteInventory): void {
  writeSealed(inventoryFile(folder, shard), kind, JSON.stringify(inventory));
}

/** What an earlier build of a province's shard published; null where none left a sound account. */
export function shardInventory(folder: string, shard: Shard): SiteInventory | null {
  const reading = readSealed(inventoryFile(folder, shard), kind);
  return 'text' in reading ? (siteInventorySchema.safeParse(JSON.parse(reading.text)).data ?? null) : null;
}

/** What all provinces built apart publish, in their order; throws `ExpectedFailure` where one left no sound account. */
export function shardInventories(folder: string): SiteInventory[] {
  return shardsApart(folder).map((shard) => {
    const inventory = shardInventory(folder, shard);
    if (inventory) return inventory;
    throw new ExpectedFailure(
      `${inventoryFile(folder, shard)} 缺失或已损坏，不知道这一省有哪些文件；请重新生成这一省的分片（--shard ${shard}）`,
    );
  });
}
