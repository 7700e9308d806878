import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { exactSearchInCache, publishExactSearch } from '../../src/build/exact-search.ts';
import { closePageCache, openPageCache } from '../../src/build/page-cache.ts';
import { pathsBelow, publishedFiles } from '../../src/build/published-files.ts';
import type { BundleOrder } from '../../src/build/ranked-bundle.ts';
import { publishRankedSearch, rankedSearch } from '../../src/build/ranked-search.ts';
import { siteInventory } from '../../src/build/site-inventory.ts';
import { writeSiteManifest } from '../../src/build/site-manifest.ts';
import { checkedReports, checkMemory, checkMemoryFile } from '../../src/content-check/check-memory.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { idOfReportFile, reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import { failureSentence } from '../../src/host/expected-failure.ts';
import { fileSeal } from '../../src/host/file-seal.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { type Random, random } from '../../src/synth/random.ts';
import { writeInventedContent } from '../site/invented-content.ts';

/**
 * The steps of a build on a small archive, in this process; what Astro and Pagefind do stands in as the plain program
 * that believes its cache as they do: whatever page, list or store they find, they use.
 */
const folder = mkdtempSync(join(tmpdir(), 'damaged-cache-'));
const content = join(folder, 'content');
const clean = { cache: join(folder, 'clean.cache'), site: join(folder, 'clean') };
const damaged = { cache: join(folder, 'damaged.cache'), site: join(folder, 'damaged') };
const origin = {
  ...{ commit: null, commitMissing: null, node: '', lock: '' },
  settings: { site: null, base: '/', contact: null, footer: null, fragments: null },
};

/** Damages of a long run: `RUNS=500`. */
const runs = Number(process.env.RUNS ?? 12);

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const recordSchema = z.record(z.string(), z.string());
/** What a store says, as Astro reads it: nothing where it is not JSON. */
function storeIn(file: string): Record<string, string> {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Makes every report's page as Astro does: titles from its store, pages from its cache where its list says so. */
function astroBuild({ cache, site }: typeof clean): void {
  const [titles, keys] = [storeIn(join(cache, 'data-store.json')), storeIn(join(cache, 'incremental-build.json'))];
  const made: [string, string, string][] = reportFiles(content).map((file) => {
    const { report, body, digest } = soundReport(content, file);
    const id = idOfReportFile(file);
    const path = `reports/${id}/index.html`;
    const title = titles[id] ?? report.title;
    const kept = join(cache, 'dist', path);
    if (keys[path] === digest && existsSync(kept)) cpSync(kept, join(site, path));
    else {
      const page = `<h1>${title}</h1><article class="t">${renderedReport(report, body).html}</article>`;
      put(join(site, path), page);
      put(kept, page);
    }
    return [id, title, digest];
  });
  put(join(cache, 'data-store.json'), JSON.stringify(Object.fromEntries(made.map(([id, title]) => [id, title]))));
  const list = made.map(([id, , digest]) => [`reports/${id}/index.html`, digest]);
  put(join(cache, 'incremental-build.json'), JSON.stringify(Object.fromEntries(list)));
}

/** Makes a bundle out of its members' own texts. */
async function pagefindBuild({ members, out }: BundleOrder): Promise<void> {
  for (const { file } of members)
    put(
      join(out, 'fragment', `${idOfReportFile(file).replace('/', '-')}.pf`),
      readFileSync(join(content, file), 'utf8'),
    );
  put(join(out, 'pagefind-entry.json'), JSON.stringify(members.length));
}

async function build(places: typeof clean): Promise<void> {
  const { cache, site } = places;
  rmSync(site, { recursive: true, force: true });
  const memory = checkMemory(checkMemoryFile(cache), 'basis');
  const { issues } = await contentIssues(content, { memory, tell: () => {} });
  const isOwn = (): boolean => true;
  const search = await rankedSearch({ content, cache, isOwn, fragments: null, tell: () => {}, build: pagefindBuild });
  await exactSearchInCache(content, cache);
  const pages = openPageCache(cache);
  astroBuild(places);
  put(join(site, 'letters.json'), JSON.stringify([issues, checkedReports(cache)]));
  publishRankedSearch(search, join(site, 'pagefind'));
  const published = publishedFiles(site, pages.known);
  closePageCache(cache, published);
  writeSiteManifest(site, origin, [siteInventory(content, published)]);
  publishExactSearch(cache, join(site, 'search-index'));
}

const tree = (site: string): Map<string, string> =>
  new Map(pathsBelow(site).map((path) => [path, fileSeal(join(site, path)).sha256]));

/** Does one damage to a cache, each of its parts with the same chance; gives what was done. */
function damage(cache: string, chance: Random): string {
  const parts = [...Map.groupBy(pathsBelow(cache), (path) => path.split('/')[0]).values()];
  const path = chance.pick(chance.pick(parts));
  const file = join(cache, path);
  const { size } = statSync(file);
  const harms = {
    truncated: () => truncateSync(file, chance.between(0, Math.max(0, size - 1))),
    flipped: () => {
      const bytes = readFileSync(file);
      const at = chance.between(0, size - 1);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << chance.between(0, 7)), at);
      writeFileSync(file, bytes);
    },
    deleted: () => rmSync(file),
    swapped: () => {
      const other = join(cache, chance.pick(chance.pick(parts)));
      const [one, another] = [readFileSync(file), readFileSync(other)];
      writeFileSync(file, another);
      writeFileSync(other, one);
    },
    replaced: () => writeFileSync(file, 'HACKED'),
  };
  const [name, harm] = chance.pick(Object.entries(harms));
  harm();
  return `${name} ${path}`;
}

let wanted: Map<string, string>;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  writeInventedContent(content, 8, ['63']);
  await build(clean);
  wanted = tree(clean.site);
  await build(clean);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('a build upon an undamaged cache is the same, takes all from it and says nothing', async () => {
  const told = vi.mocked(console.error).mock.calls.length;
  await build(clean);
  expect(tree(clean.site)).toEqual(wanted);
  expect(vi.mocked(console.error).mock.calls.length).toBe(told);
  const pages = openPageCache(clean.cache);
  expect(pathsBelow(join(clean.cache, 'dist')).every((path) => pages.known(path) !== null)).toBe(true);
  closePageCache(clean.cache, publishedFiles(clean.site, pages.known));
});

test('the site shares no file with the cache', () => {
  const files = [...pathsBelow(clean.cache)].map((path) => statSync(join(clean.cache, path)));
  expect(files.filter(({ nlink }) => nlink > 1)).toEqual([]);
  expect(readdirSync(join(clean.site, 'search-index')).length).toBeGreaterThan(5);
});

test('a page that was replaced in the cache is not published, and the build says that it was damaged', async () => {
  cpSync(clean.cache, damaged.cache, { recursive: true });
  const [page = ''] = pathsBelow(join(damaged.cache, 'dist'));
  writeFileSync(join(damaged.cache, 'dist', page), 'HACKED');
  await build(damaged);
  expect(tree(damaged.site)).toEqual(wanted);
  expect(vi.mocked(console.error).mock.lastCall).toEqual(['缓存里的1 个网页已损坏，不用，重新生成。']);
  rmSync(damaged.cache, { recursive: true });
});

test(`after any damage to the cache the site is the clean one, or the build stops with a sentence (${runs} damages)`, async () => {
  const chance = random(`damage ${runs}`);
  for (let run = 0; run < runs; run++) {
    cpSync(clean.cache, damaged.cache, { recursive: true });
    const done = Array.from({ length: chance.between(1, 3) }, () => damage(damaged.cache, chance)).join(', ');
    let sentence: string | null = null;
    try {
      await build(damaged);
    } catch (error) {
      sentence = failureSentence(error) ?? `no sentence: ${error}`;
    }
    if (sentence === null) expect([done, tree(damaged.site)]).toEqual([done, wanted]);
    else expect([done, sentence]).toEqual([done, expect.not.stringContaining('no sentence')]);
    rmSync(damaged.cache, { recursive: true });
  }
}, 3_600_000);
