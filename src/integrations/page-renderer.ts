import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { shardOfPage } from '../archive/shard.ts';
import { ownShards, shardOfBuild, shardsFolder } from '../content-files/shard-manifest.ts';

const every = 5000;

/** Astro's own renderer, of the pages of one shard only where one is built, telling how far it has come. */
export function pageRenderer(): AstroIntegration {
  const isOwn = ownShards(shardOfBuild(), shardsFolder());
  return {
    name: 'page-renderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((stock): AstroPrerenderer => {
          let total = 0;
          let rendered = 0;
          let told = performance.now();
          return {
            ...stock,
            name: 'page-renderer',
            getStaticPaths: async () => {
              const all = await stock.getStaticPaths();
              const own = all.filter(({ pathname }) => isOwn(shardOfPage(pathname)));
              total = own.length;
              logger.info(`${total} pages; those that show nothing new are taken from the cache`);
              return own;
            },
            render: (request, options) => {
              rendered++;
              const now = performance.now();
              if (now - told >= every) {
                told = now;
                logger.info(`${rendered} pages rendered, at most ${total - rendered} left`);
              }
              return stock.render(request, options);
            },
          };
        });
      },
    },
  };
}
