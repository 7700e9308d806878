import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import { taskProcess } from '../../host/own-process.ts';
import { pageStylesSchema } from './page-styles.ts';
import { prerenderEntry } from './prerender-entry.ts';

/** A program to be made, in a folder that does not stand yet. */
export interface ProgramOrder {
  readonly folder: string;
}

/** Takes the program out of Astro's build before Astro deletes it, and leaves Astro no page to make. */
function programTaken({ folder }: ProgramOrder): AstroIntegration {
  let root = '.';
  let out = '.';
  const styles: unknown[] = [];
  return {
    name: 'program-making',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        out = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ pages }) => {
        styles.push(...(pages ?? []));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((stock) => ({
          ...stock,
          name: 'program-making',
          getStaticPaths: async () => {
            const entry = prerenderEntry(root, out);
            if (entry === null) throw new Error('Astro keeps its bundle elsewhere');
            cpSync(dirname(entry), join(folder, 'prerender'), { recursive: true });
            writeFileSync(join(folder, 'styles.json'), JSON.stringify(pageStylesSchema.parse(styles)));
            return [];
          },
        }));
      },
    },
  };
}

taskProcess(async (order: ProgramOrder) => {
  mkdirSync(order.folder, { recursive: true });
  // Astro's own notes of a build, which nobody reads.
  const cacheDir = join(order.folder, 'notes');
  const integrations = [programTaken(order)];
  await build({ outDir: join(order.folder, 'static'), cacheDir, logLevel: 'warn', integrations });
  rmSync(cacheDir, { recursive: true, force: true });
});
