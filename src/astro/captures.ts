import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { settings } from '../host/settings.ts';

const capturePattern = /^[0-9a-f]{64}\.(?:txt|html|docx|pdf|mht|warc)$/;

/** In the dev server, every capture as it was fetched, byte for byte, below `/sources/`, where a build puts it. */
export function captures(): AstroIntegration {
  const folder = join(settings().content, 'sources');
  return {
    name: 'captures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/sources\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
          const file = name.replace(/(\.[a-z]+)\.txt$/, '$1');
          if (!capturePattern.test(file)) return next();
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          createReadStream(join(folder, file)).on('error', next).pipe(response);
        });
      },
    },
  };
}
