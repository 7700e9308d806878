import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { manifestIn } from '../../src/build/site-manifest.ts';
import { siteSource } from '../../src/build/site-source.ts';
import { siteVerification, statedSite } from '../../src/build/site-verification.ts';
import { fileSeal } from '../../src/host/file-seal.ts';
import { built, differences, tree } from './invented-content.ts';

/** One content, built at once on one core; what else makes the same site is held against it. */
const { content, out: whole } = inject('smallArchive');
const folder = mkdtempSync(join(tmpdir(), 'archive-same-'));
const held = Map.groupBy(globSync('reports/*/*/*.md', { cwd: content }).sort(), (file) => file.slice(8, 10));
// The first lacks years that others have, and must not need them. What is not built apart is the root's: two other
// provinces with reports, and one without.
const provinces = [...held.keys()].slice(0, 2);

/** Sets the clock of a process and its threads forty days on, before anything else is loaded. */
const laterClock = `const D=Date,by=3456e6;globalThis.Date=class extends D{
constructor(...of){of.length?super(...of):super(D.now()+by)}static now(){return D.now()+by}}`;

/** A machine in another zone, which speaks another language and whose clock shows another day. */
const elsewhere = {
  ...{ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(laterClock)}`,
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('pages made directly, on one core and on several, in another zone, language, folder and month, are those that Astro makes by itself, byte for byte', async () => {
  const out = join(folder, 'threads');
  const copied = join(folder, 'another place', '内容');
  cpSync(content, copied, { recursive: true });
  // Two threads beside the main one, where there is more than one page.
  await built({ content: copied, out, cache: `${out}.cache` }, ['--without-search'], {
    ...elsewhere,
    ARCHIVE_THREADS: '2,1',
  });
  const onOne = tree(whole);
  expect(onOne.size).toBeGreaterThan(400);
  const [first = [], ...others] = [...held.values()].map((files) =>
    files.map((file) => /\/(\d{4})[^/]*$/.exec(file)?.[1]),
  );
  expect(others.flat().some((year) => !first.includes(year))).toBe(true);
  const byAstro = join(folder, 'by-astro');
  await built({ content, out: byAstro, cache: `${byAstro}.cache` }, ['--without-search', '--whole']);
  expect(differences(tree(byAstro), tree(out))).toEqual([]);
  // Without search the manifest lists less; what else it says is the same.
  const isSearch = (path: string): boolean => path.startsWith('pagefind/');
  expect(differences(onOne, tree(out)).filter((path) => !isSearch(path))).toEqual(['manifest.json']);
  const [one, other] = [manifestIn(whole), manifestIn(out)];
  if (one === null || other === null || one === 'damaged' || other === 'damaged') throw new Error('no manifest');
  const files = Object.fromEntries(Object.entries(one.files).filter(([path]) => !isSearch(path)));
  expect(other).toEqual({ ...one, files });
});

test('the manifests list every file of the site, and say what it was made from', async () => {
  const source = siteSource(whole);
  const stated = await statedSite(source);
  if (!stated) throw new Error('the site has no manifest');
  const found = await siteVerification(source, stated.files, stated.files, () => {});
  const { wanted, ...faults } = found;
  expect(faults).toEqual({ missing: [], added: [], differing: [], unreadable: [] });
  expect(wanted).toBe(tree(whole).size - 2);
  const held = globSync('reports/*/*/*.md', { cwd: content }).filter((file) => !/\.v\d+\.md$/.test(file));
  expect(stated.manifest).toMatchObject({
    ...{ commit: null, commitMissing: '内容不在程序的 Git 仓库里', node: process.version, reports: held.length },
    settings: { site: null, base: '/', contact: null, footer: null, fragments: null, pagefind: null },
  });
  for (const file of held) {
    const [source, text] = stated.manifest.texts[file.slice(11).replace(/\.md$/, '')] ?? [];
    expect([file, source]).toEqual([file, fileSeal(join(content, file)).sha256]);
    expect(text).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('two provinces and the root, merged by copying, are the site that is built at once, byte for byte', async () => {
  const merged = join(folder, 'merged');
  const part = { content, cache: join(folder, 'cache') };
  const environment = { ...elsewhere, ARCHIVE_SHARDS: join(folder, 'manifests') };
  for (const province of provinces)
    await built({ ...part, out: join(folder, province) }, ['--shard', province], environment);
  await built({ ...part, out: join(folder, 'root') }, ['--root'], environment);
  for (const name of [...provinces, 'root']) cpSync(join(folder, name), merged, { recursive: true });
  const [one, other] = [tree(whole), tree(merged)];
  expect([...one.keys()].filter((path) => one.get(path) !== other.get(path))).toEqual([]);
  expect([...other.keys()].filter((path) => !one.has(path))).toEqual([]);
  const reports = globSync('reports/*/*/*.md', { cwd: content }).filter((file) => !/\.v\d+\.md$/.test(file)).length;
  expect(readFileSync(join(merged, 'index.html'), 'utf8')).toMatch(new RegExp(`<dd[^>]*>${reports} 份</dd>`));
}, 240_000);
