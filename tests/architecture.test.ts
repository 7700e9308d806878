import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { expect, test } from 'vitest';

/**
 * What each layer of `src` may load when it runs, through any chain of imports (types are free): the table of
 * ARCHITECTURE.md as code. Layers are folders or single files; packages are named as imported.
 */
const mayReach: Record<string, RegExp> = {
  archive: /^(archive\/|zod$)/,
  search: /^(search|archive)\//,
  i18n: /^i18n\//,
  'content-files': /^((content-files|archive)\/|node:|yaml$|zod$|zod\/locales$|@vant\/area-data$)/,
  render: /^((render|content-files|archive|search)\/|node:|satteri$|yaml$|zod$|zod\/locales$|@vant\/area-data$)/,
  loaders: /^((loaders|content-files|archive)\/|node:|yaml$|zod$|zod\/locales$|@vant\/area-data$|astro\/loaders$)/,
  import:
    /^((import|content-files|render|archive|search)\/|node:|yaml$|zod$|zod\/locales$|@vant\/area-data$|satteri$|linkedom$|@mozilla\/readability$|mammoth|fflate$|pdfjs-dist|unpdf$)/,
  'content-check':
    /^((content-check|content-files|render|archive|search)\/|node:|satteri$|yaml$|zod$|zod\/locales$|@vant\/area-data$)/,
  pinyin: /^(pinyin\/|pinyin-pro$)/,
  charts: /^charts\//,
  traditional: /^traditional\//,
  compare: /^(compare|archive|search)\//,
  exports: /^((exports|archive)\/|fflate$)/,
  synth: /^((synth|content-files|archive)\/|node:|yaml$|zod$|zod\/locales$|@vant\/area-data$)/,
  browser: /^((browser|search|archive|compare|charts|exports|i18n|traditional)\/|fflate$|qr$)/,
  'catalogue.ts': /^((archive|loaders)\/|catalogue\.ts$|zod$|astro:content$)/,
  'content.config.ts': /^((archive|loaders|content-files)\/|node:|zod$|zod\/locales$|yaml$|astro|@vant\/area-data$)/,
  components: /^((components|archive|i18n|browser|search|styles)\/)/,
  layouts: /^((layouts|components|archive|i18n|browser|search|styles)\/)/,
  pages:
    /^((pages|layouts|components|render|content-files|archive|search|compare|charts|i18n|browser|styles|exports|loaders|pinyin)\/|catalogue\.ts$|astro:content$|node:|yaml$|satteri$|zod|pinyin-pro$|@vant\/area-data$)/,
  integrations:
    /^((integrations|content-files|render|archive|search)\/|node:|pagefind$|sirv$|vite$|satteri$|yaml$|zod$|zod\/locales$|@vant\/area-data$)/,
};

/** What a file of a layer may not import itself, whatever its neighbours may. */
const mayNotImport: Record<string, RegExp> = {
  browser: /zod|report-schema\.ts$|report-summary\.ts$|astro/,
  pages: /^node:|^zod$|getCollection|astro:content/,
  components: /^node:|astro:content|catalogue\.ts$/,
  layouts: /^node:|astro:content|catalogue\.ts$/,
};

const valueImport =
  /^\s*(?:import|export)\s+(?!type\b)(?:(\{[^}]*\}|[^'";{]*?(?:\{[^}]*\})?)\s*from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
const isTypesOnly = (names: string | undefined): boolean =>
  names?.startsWith('{') === true &&
  names
    .replace(/[{}\s]/g, '')
    .split(',')
    .filter(Boolean).length > 0 &&
  names
    .replace(/[{}]/g, '')
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));

/** Specifiers that a file loads at run time, resolved below the project where they are relative. */
function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(valueImport)]
    .filter(([, names]) => !isTypesOnly(names))
    .map(([, , from, dynamic]) => from ?? dynamic ?? '')
    .map((specifier) => (specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier));
}

/** The shortest chain of imports to each module and package that a file loads. */
function reached(file: string): Map<string, string[]> {
  const chains = new Map<string, string[]>();
  const queue: string[][] = [[file]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    for (const target of imports(chain.at(-1) ?? '')) {
      if (chains.has(target)) continue;
      chains.set(target, [...chain, target]);
      if (/\.(ts|astro)$/.test(target) && existsSync(target)) queue.push([...chain, target]);
    }
  }
  return chains;
}

const filesOf = (layer: string): string[] =>
  layer.endsWith('.ts') ? [`src/${layer}`] : globSync(`src/${layer}/**/*.{ts,astro}`);

test.for(Object.entries(mayReach))('%s reaches only what its layer may', ([layer, allowed]) => {
  const trespasses = filesOf(layer)
    .flatMap((file) => [...reached(file)])
    .filter(([target]) => !allowed.test(target.replace(/^src\//, '')))
    .map(([, chain]) => chain.join(' → '));
  expect(trespasses).toEqual([]);
});

test.for(Object.entries(mayNotImport))('%s imports nothing that it must never reach', ([layer, forbidden]) => {
  const trespasses = filesOf(layer).flatMap((file) =>
    imports(file)
      .filter((target) => forbidden.test(target))
      .map((target) => `${file} → ${target}`),
  );
  expect(trespasses).toEqual([]);
});

test('the table names every layer there is', () => {
  const layers = globSync('src/*').map((path) => path.replace(/^src\//, ''));
  expect(layers.filter((layer) => layer !== 'styles' && layer !== 'env.d.ts' && !(layer in mayReach))).toEqual([]);
});

test('nobody imports a command', () => {
  const importers = globSync('src/**/*.{ts,astro}').filter((file) =>
    imports(file).some((target) => /^scripts\//.test(target)),
  );
  expect(importers).toEqual([]);
});

test('the walk finds a trespass', () => {
  expect([...reached('src/render/loaded-report.ts').keys()]).toContain('satteri');
});
