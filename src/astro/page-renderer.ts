import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { shardOfPage } from '../archive/shard.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { type Progress, progress } from '../host/progress.ts';
import { settings } from '../host/settings.ts';
import { type PageStyles, PageThreads } from './page-threads.ts';
import { prerenderEntry } from './prerender-entry.ts';

/**
 * Pages that the main thread renders before it begins others. A thread costs a second and the memory of the whole
 * catalogue, so none is begun for the few pages of a small change.
 */
const pagesAlone = 500;

/** Renders the pages of one shard only where one is built, on all cores, telling how far it has come. */
export function pageRenderer(): AstroIntegration {
  const { shard, shards, threads: wanted, threadsAfter } = settings();
  const isOwn = ownShards(shard, shards);
  const plan = { count: wanted ?? availableParallelism() - 1, after: threadsAfter ?? pagesAlone };
  const styles: [string, PageStyles][] = [];
  let root = '.';
  let out = '.';
  let cache = '.';
  return {
    name: 'page-renderer',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        out = fileURLToPath(config.outDir);
        cache = fileURLToPath(config.cacheDir);
      },
      'astro:build:setup': ({ pages }) => {
        for (const [key, page] of pages ?? [])
          styles.push([
            key,
            { key: page.key, component: page.component, route: { route: page.route.route }, styles: page.styles },
          ]);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((stock): AstroPrerenderer => {
          let rendered = 0;
          let phase: Progress | null = null;
          let threads: PageThreads | null = null;
          const begin = (): void => {
            const entry = prerenderEntry(root, out);
            if (entry) threads = new PageThreads(plan.count, { entry, pages: styles });
            else console.error('这一版 Astro 的程序包不在所知之处，网页由一个核心生成。');
          };
          return {
            ...stock,
            name: 'page-renderer',
            getStaticPaths: async () => {
              const own = (await stock.getStaticPaths()).filter(({ pathname }) => isOwn(shardOfPage(pathname)));
              // Pages that show nothing new come from the cache and are not asked of the renderer.
              phase = progress('生成页面', '页', own.length, {
                isMost: existsSync(join(cache, 'incremental-build.json')),
              });
              return own;
            },
            render: async (request, options) => {
              phase?.reach(++rendered);
              if (plan.count > 0 && rendered === plan.after) begin();
              const { routeData, collectMetadata } = options;
              const response = await threads?.render(request.url, routeData);
              if (!response) return stock.render(request, options);
              // Keys hold all that a page shows, so there is nothing more to keep of it.
              return collectMetadata ? { response, metadata: { contentEntryKeys: [], staticImages: [] } } : response;
            },
            teardown: async () => {
              await threads?.end();
              await stock.teardown?.();
            },
          };
        });
      },
    },
  };
}
