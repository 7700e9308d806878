import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { shardOfPage } from '../archive/shard.ts';
import { ownShards, shardOfBuild, shardsFolder } from '../content-files/shard-manifest.ts';
import { type Progress, progress } from './progress.ts';

/** Astro's own renderer, of the pages of one shard only where one is built, telling how far it has come. */
export function pageRenderer(): AstroIntegration {
  const isOwn = ownShards(shardOfBuild(), shardsFolder());
  return {
    name: 'page-renderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((stock): AstroPrerenderer => {
          let rendered = 0;
          let phase: Progress | null = null;
          return {
            ...stock,
            name: 'page-renderer',
            getStaticPaths: async () => {
              const own = (await stock.getStaticPaths()).filter(({ pathname }) => isOwn(shardOfPage(pathname)));
              // Pages that show nothing new come from the cache and are not counted: the end may come sooner.
              phase = progress('生成页面', '页', own.length);
              return own;
            },
            render: (request, options) => {
              phase?.reach(++rendered);
              return stock.render(request, options);
            },
          };
        });
      },
    },
  };
}
