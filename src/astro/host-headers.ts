import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { rootShard } from '../archive/shard.ts';
import { settings } from '../host/settings.ts';
import { headersFile } from '../hosting/headers-file.ts';

/**
 * Publishes `_headers` at the root of the site, where Cloudflare Pages and Netlify look for it. A site under a base path
 * has none: its root is not the host's.
 */
export function hostHeaders(): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const { base, shard } = settings();
        if (base === '/' && (shard === null || shard === rootShard))
          writeFileSync(new URL('_headers', dir), headersFile(base));
      },
    },
  };
}
