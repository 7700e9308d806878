import { rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { shardOfPage } from '../../archive/shard.ts';
import { ownShards } from '../../content-files/shard-manifest.ts';
import { settings } from '../../host/settings.ts';

/** Has Astro make the pages of one shard only where one is built. */
function ownPages(): AstroIntegration {
  const { shard, shards } = settings();
  const isOwn = ownShards(shard, shards);
  return {
    name: 'own-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((stock) => ({
          ...stock,
          name: 'own-pages',
          getStaticPaths: async () =>
            (await stock.getStaticPaths()).filter(({ pathname }) => isOwn(shardOfPage(pathname))),
        }));
      },
    },
  };
}

/**
 * Has Astro make the program and all pages in its own way, into a folder: some times slower than `writtenPages`, whose
 * pages are the same, byte for byte.
 */
export async function builtByAstro(folder: string): Promise<void> {
  // Loaded here only: a build that has the program does without Astro.
  const { build } = await import('astro');
  // Astro's own notes of a build, which nobody reads.
  const cacheDir = `${folder}.notes`;
  await build({ outDir: folder, cacheDir, logLevel: 'warn', integrations: [ownPages()] });
  rmSync(cacheDir, { recursive: true, force: true });
}
