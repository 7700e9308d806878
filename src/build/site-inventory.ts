import { existsSync } from 'node:fs';
import { z } from 'zod';
import { reportFile } from '../archive/report-id.ts';
import type { Shard } from '../archive/shard.ts';
import {
  documentsFile,
  extractsFile,
  inventoryFile,
  shardsApart,
  summariesFile,
} from '../content-files/shard-manifest.ts';
import { ExpectedFailure } from '../host/expected-failure.ts';
import { fileSeal } from '../host/file-seal.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import type { PublishedFile } from './published-files.ts';
import { reportOfPage } from './published-text.ts';
import { isListed, listedFiles, type SiteInventory, siteInventorySchema } from './site-manifest.ts';

const kind = 'archive-shard-files';

/** What a built site holds, from its files by path; `sources` are the report files' own, by their paths. */
export function siteInventory(
  sources: ReadonlyMap<string, { readonly digest: string }>,
  published: ReadonlyMap<string, PublishedFile>,
): SiteInventory {
  const texts: SiteInventory['texts'] = {};
  for (const [path, { text }] of published) {
    const id = reportOfPage(path);
    if (id === null) continue;
    const digest = sources.get(`reports/${reportFile(id)}`)?.digest;
    // The page of a report that was withdrawn has no file behind it.
    if (digest !== undefined) texts[id] = [digest, text ?? ''];
  }
  return {
    texts,
    files: listedFiles([...published].filter(([path]) => isListed(path))),
  };
}

/** The other files that a shard leaves. */
const filesLeft = (folder: string, shard: Shard): string[] => [
  summariesFile(folder, shard),
  documentsFile(folder, shard),
  extractsFile(folder, shard),
];

const leftSchema = z.object({ inventory: siteInventorySchema, digests: z.array(z.string()) });

/** Leaves for the root what a province's shard publishes, and the digests of what it has left for it besides. */
export function writeShardInventory(folder: string, shard: Shard, inventory: SiteInventory): void {
  const digests = filesLeft(folder, shard).map((file) => fileSeal(file).sha256);
  const left: z.infer<typeof leftSchema> = { inventory, digests };
  writeSealed(inventoryFile(folder, shard), kind, JSON.stringify(left));
}

function left(folder: string, shard: Shard): z.infer<typeof leftSchema> | null {
  const reading = readSealed(inventoryFile(folder, shard), kind);
  return 'text' in reading ? (leftSchema.safeParse(JSON.parse(reading.text)).data ?? null) : null;
}

/** What an earlier build of a province's shard published; null where none left a sound account. */
export const shardInventory = (folder: string, shard: Shard): SiteInventory | null =>
  left(folder, shard)?.inventory ?? null;

/**
 * What all provinces built apart publish, in their order; throws `ExpectedFailure` where what one has left for the root
 * is not what its build wrote.
 */
export function shardInventories(folder: string): SiteInventory[] {
  return shardsApart(folder).map((shard) => {
    const found = left(folder, shard);
    const damaged =
      found === null
        ? inventoryFile(folder, shard)
        : filesLeft(folder, shard).find((file, at) => !existsSync(file) || fileSeal(file).sha256 !== found.digests[at]);
    if (found && damaged === undefined) return found.inventory;
    throw new ExpectedFailure(`${damaged} 缺失或已损坏；请重新生成这一省的分片（npm run build -- --shard ${shard}）`);
  });
}
