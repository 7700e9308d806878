// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { browserModules } from './src/astro/browser-modules.ts';
import { builtSearch } from './src/astro/built-search.ts';
import { captures } from './src/astro/captures.ts';
import { hostHeaders } from './src/astro/host-headers.ts';
import { pageRenderer } from './src/astro/page-renderer.ts';
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
  integrations: [browserModules(), builtSearch(), captures(), hostHeaders(), pageRenderer()],
  server: { port: 4321 },
  devToolbar: { enabled: false },
  // Unchanged pages are taken from the cache; their keys are hashes of all they show (astro/cache-key.ts).
  experimental: { incrementalBuild: true },
  // Several pages at a time, so that other threads have some to render (astro/page-renderer.ts).
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  vite: {
    // Below its limit Vite would inline scripts, which a strict content security policy forbids.
    // One style sheet for all: a report page may ask for three files in all.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, rollupOptions: { external: ['satteri'] } },
    ssr: { external: ['satteri'] },
    // A worker loads what is seldom asked of it on demand, as pages do.
    worker: { format: 'es' },
  },
});
