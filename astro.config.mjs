// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { contentFolder } from './src/content-files/report-store.ts';
import { browserModules } from './src/integrations/browser-modules.ts';
import { builtSearch } from './src/integrations/built-search.ts';
import { captures } from './src/integrations/captures.ts';
import { pageRenderer } from './src/integrations/page-renderer.ts';

const { ARCHIVE_BASE = '/', ARCHIVE_OUT = 'dist', ARCHIVE_SITE, ARCHIVE_CACHE = '.cache' } = process.env;

// Pages of an invented archive say so; components ask no files.
if (existsSync(join(contentFolder(), 'INVENTED'))) process.env.ARCHIVE_INVENTED = '1';

export default defineConfig({
  base: ARCHIVE_BASE,
  outDir: ARCHIVE_OUT,
  cacheDir: ARCHIVE_CACHE,
  ...(ARCHIVE_SITE ? { site: ARCHIVE_SITE } : {}),
  trailingSlash: 'always',
  integrations: [browserModules(), builtSearch(), captures(), pageRenderer()],
  server: { port: 4321 },
  devToolbar: { enabled: false },
  // Unchanged pages are taken from the cache; their keys are hashes of all they show (render/cache-key.ts).
  experimental: { incrementalBuild: true },
  // Several pages at a time, so that other threads have some to render (integrations/page-renderer.ts).
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  vite: {
    // Below its limit Vite would inline scripts, which a strict content security policy forbids.
    // One style sheet for all: a report page may ask for three files in all.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, rollupOptions: { external: ['satteri'] } },
    ssr: { external: ['satteri'] },
  },
});
