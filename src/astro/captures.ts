import { constants, createReadStream, globSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publishedName } from '../archive/routes.ts';
import { rootShard, type Shard, shardOfRegion } from '../archive/shard.ts';
import { namedCaptures } from '../content-files/report-file.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { type Settings, settings } from '../host/settings.ts';

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

/** Publishes every capture as it was fetched, byte for byte, below `/sources/`. */
export function captures(): AstroIntegration {
  const folder = join(settings().content, 'sources');
  return {
    name: 'captures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/sources\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
          const file = name.replace(/(\.[a-z]+)\.txt$/, '$1');
          if (!capturePattern.test(file)) return next();
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          createReadStream(join(folder, file)).on('error', next).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const held = (await readdir(folder)).filter((name) => capturePattern.test(name));
        const names = capturesOf(settings(), held);
        const target = fileURLToPath(new URL('./sources/', dir));
        await mkdir(target, { recursive: true });
        // Shares the bytes with the original where the file system can, which a change to either ends.
        for (const name of names)
          await copyFile(join(folder, name), join(target, nameOnSite(name)), constants.COPYFILE_FICLONE);
        logger.info(`${names.length} captures published`);
      },
    },
  };
}
