import { peerReports, writeBelow } from './peer-text.ts';

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'starlight-peer',
    private: true,
    type: 'module',
    dependencies: { astro: '7.3.5', '@astrojs/starlight': '^0.42.0' },
  }),
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: '文库', pagefind: false, sidebar: [] })] });
`,
  'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

/** Writes a Starlight site of the reports of a content folder: pages of reports only, no lists, no search. */
export function writeStarlightSite(content: string, folder: string): void {
  for (const [file, text] of Object.entries(files)) writeBelow(folder, file, text);
  for (const { id, report, body } of peerReports(content))
    writeBelow(
      folder,
      `src/content/docs/reports/${id}.md`,
      `---\ntitle: ${JSON.stringify(report.title)}\n---\n\n${body}`,
    );
}
