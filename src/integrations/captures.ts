import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../content-files/report-store.ts';

const capturePattern = /^[0-9a-f]{64}\.(?:txt|html|docx|pdf)$/;

/** Publishes every capture as it was fetched, byte for byte, below `/sources/`. */
export function captures(): AstroIntegration {
  const folder = join(contentFolder(), 'sources');
  return {
    name: 'captures',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/sources\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
          if (!capturePattern.test(name)) return next();
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          createReadStream(join(folder, name)).on('error', next).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const names = (await readdir(folder)).filter((name) => capturePattern.test(name));
        const target = fileURLToPath(new URL('./sources/', dir));
        await mkdir(target, { recursive: true });
        for (const name of names) await copyFile(join(folder, name), join(target, name));
        logger.info(`${names.length} captures published`);
      },
    },
  };
}
