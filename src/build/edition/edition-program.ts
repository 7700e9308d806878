import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import type { EditionFacts } from '../../browser/edition/edition-place.ts';

const browser = resolve('src/browser');

/** Modules that browsers refuse to pages from a folder, or that take each page to have an address of its own. */
const standIns: Readonly<Record<string, string>> = {
  'search/exact/client.ts': 'edition/page-engine.ts',
  'compare/compared-in-worker.ts': 'edition/compared-in-page.ts',
  'page/open-address.ts': 'edition/open-address.ts',
  'served/page-path.ts': 'edition/page-path.ts',
};

const withStandIns: Plugin = {
  name: 'edition-stand-ins',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    const [, own = ''] = found?.id.split(`${browser}/`) ?? [];
    const standIn = standIns[own];
    return standIn === undefined ? found : `${browser}/${standIn}`;
  },
};

/** The whole program of an edition as one script that needs no module; rejects where it cannot be bundled. */
export async function editionProgram(facts: EditionFacts): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withStandIns],
    // The one module that asks where it lies is published at this address on the site.
    define: { 'import.meta.url': 'archiveApi' },
    build: {
      write: false,
      minify: true,
      lib: { entry: `${browser}/edition/edition.ts`, formats: ['es'], fileName: 'edition' },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = outputs.filter((output) => output.type === 'chunk');
  if (!chunk || others.length > 0) throw new Error(`the program of an edition is in ${outputs.length} files`);
  // A classic script waits for nothing at its top, and has no exports.
  const code = chunk.code.replace(/export\s*\{[^{}]*\};?\s*$/, '');
  if (/^\s*(?:import|export)\b/m.test(code)) throw new Error('the program of an edition names other modules');
  return `globalThis.archiveEdition=${JSON.stringify(facts)};const archiveApi=new URL('api/search.js',document.currentScript.src).href;(async()=>{${code}})();\n`;
}

const loads = { reading: "import('./reading.js')", occurrences: "import('./occurrences.js')" } as const;

/** The script in each page's head, which loads modules at their addresses on the site, as an edition has it. */
export function editionPageScript(): string {
  let script = readFileSync('public/page.js', 'utf8');
  for (const [name, load] of Object.entries(loads)) {
    if (!script.includes(load)) throw new Error(`public/page.js does not load ${name} any more`);
    script = script.replace(load, `archiveModules.then(m=>m.${name}())`);
  }
  return `var archiveModulesReady;const archiveModules=new Promise(ready=>archiveModulesReady=ready);${script}`;
}
