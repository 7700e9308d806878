import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** Modules with lasting addresses, which pages outside Astro's bundle and other programs load by name. */
const modules: Readonly<Record<string, string>> = {
  'offline.js': 'src/browser/offline/service-worker.ts',
  'reading.js': 'src/browser/reading-room.ts',
  'occurrences.js': 'src/browser/reading/occurrence-steps.ts',
  'api/search.js': 'src/browser/search/api.ts',
};

/** Bundles each module to a file at its lasting address; what it loads on demand stands beside the site's scripts. */
export function browserModules(): AstroIntegration {
  return {
    name: 'browser-modules',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          const [path = ''] = (request.url ?? '').split('?');
          const entry = Object.entries(modules).find(([name]) => path.endsWith(`/${name}`));
          if (entry) request.url = `/${entry[1]}`;
          next();
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        for (const [name, entry] of Object.entries(modules))
          await build({
            configFile: false,
            logLevel: 'warn',
            publicDir: false,
            build: {
              outDir: fileURLToPath(dir),
              emptyOutDir: false,
              minify: true,
              lib: { entry, formats: ['es'], fileName: () => name },
              rollupOptions: { output: { chunkFileNames: '_astro/[name].[hash].js' } },
            },
          });
        logger.info(`${Object.keys(modules).length} modules bundled`);
      },
    },
  };
}
