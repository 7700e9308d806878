// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { browserModules } from './src/astro/browser-modules.ts';
import { builtSearch } from './src/astro/built-search.ts';
import { captures } from './src/astro/captures.ts';
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
    // Below its limit Vite would inline scripts, which a strict content security policy forbids.
    // One style sheet for all: a report page may ask for three files in all.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, rollupOptions: { external: ['satteri'] } },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    minShareCount: 2,
                    entriesAware: true,
                    entriesAwareMergeThreshold: 8000,
                    tags: ['$initial'],
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
