import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { settings } from '../host/settings.ts';

/** In the dev server, the search indexes of the last build: what was edited since is not in them. */
export function builtSearch(): AstroIntegration {
  return {
    name: 'built-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const files = sirv(settings().out, { dev: true });
        server.middlewares.use((request, response, next) => {
          const path = /\/(?:search-index|pagefind)\/.*/.exec(request.url ?? '')?.[0];
          if (path === undefined) return next();
          request.url = path;
          files(request, response, next);
        });
      },
    },
  };
}
