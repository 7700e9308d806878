// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { browserModules } from './src/astro/browser-modules.ts';
import { builtSearch } from './src/astro/built-search.ts';
import { captures } from './src/astro/captures.ts';
import { flatImports } from './src/astro/flat-imports.ts';
import { settingFaults, settings, tellAstro } from './src/host/settings.ts';

// Of `npm run dev`; the commands that build have looked before.
const faults = settingFaults();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(2);
const { content, base, out, site, cache } = settings();

// Pages of an invented archive say so; components ask no files.
tellAstro(existsSync(join(content, 'INVENTED')) ? { ARCHIVE_INVENTED: '1' } : {});

export default defineConfig({
  base,
  outDir: out,
  cacheDir: cache,
  ...(site === null ? {} : { site }),
  trailingSlash: 'always',
  integrations: [browserModules(), builtSearch(), captures()],
  server: { port: 4321 },
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    plugins: [flatImports()],
    // Below its limit Vite would inline scripts, which a strict content security policy forbids.
    // One style sheet for all: a report page may ask for three files in all.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, rollupOptions: { external: ['satteri'] } },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What pages' programs share, in few files: over HTTP/1.1 a browser asks a host for six at a time, and a
                // search must not wait behind dozens of small ones.
                groups: [
                  {
                    name: 'shared',
                    test: /\/src\/(archive|i18n|browser\/(page|words))\/|preload-helper/,
                    tags: ['$initial'],
                    minShareCount: 3,
                    maxModuleSize: 8000,
                  },
                  {
                    name: 'shared-search',
                    test: /\/src\/(search|exports|browser\/search)\//,
                    tags: ['$initial'],
                    minShareCount: 3,
                    maxModuleSize: 8000,
                  },
                ],
              },
            },
          },
        },
      },
    },
    ssr: { external: ['satteri'] },
    // A worker loads what is seldom asked of it on demand, as pages do.
    worker: { format: 'es' },
  },
});
