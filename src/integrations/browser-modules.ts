import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** Modules with lasting addresses, which pages outside Astro's bundle and other programs load by name. */
const modules: Readonly<Record<string, string>> = {
  'occurrences.js': 'src/browser/occurrence-steps.ts',
  'api/search.js': 'src/browser/search-api.ts',
};

/** Bundles each module to one file of its own at its lasting address. */
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
            },
          });
        logger.info(`${Object.keys(modules).length} modules bundled`);
      },
    },
  };
}
