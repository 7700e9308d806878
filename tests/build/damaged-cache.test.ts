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
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { exactFiles, exactSearchInCache } from '../../src/build/exact-search.ts';
import { writePages } from '../../src/build/pages/page-writer.ts';
import type { SitePage } from '../../src/build/pages/site-pages.ts';
import { pathsBelow } from '../../src/build/published-files.ts';
import type { BundleOrder } from '../../src/build/ranked-bundle.ts';
import { rankedFiles, rankedSearch } from '../../src/build/ranked-search.ts';
import { buildFolders, recoverSite } from '../../src/build/site/finished-build.ts';
import { SiteChange } from '../../src/build/site/site-change.ts';
import { siteList } from '../../src/build/site/site-list.ts';
import { siteInventory } from '../../src/build/site-inventory.ts';
import { manifestName, siteManifestOf } from '../../src/build/site-manifest.ts';
import { checkedReports, checkMemory, checkMemoryFile } from '../../src/content-check/check-memory.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { idOfReportFile, reportById } from '../../src/content-files/report-store.ts';
import { failureSentence } from '../../src/host/expected-failure.ts';
import { fileSeal } from '../../src/host/file-seal.ts';
import { knownSeals } from '../../src/host/known-seals.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { type Random, random } from '../../src/synth/random.ts';
import { writeInventedContent } from '../site/invented-content.ts';

/**
 * The steps of a build on a small archive, in this process; what Astro's components and Pagefind do stands in as a plain
 * program. A build has two places to take things from: its cache, and the site that stands.
 */
const folder = mkdtempSync(join(tmpdir(), 'damaged-cache-'));
const content = join(folder, 'content');
const placesIn = (name: string) => ({
  both: join(folder, name),
  cache: join(folder, name, 'cache'),
  site: join(folder, name, 'site'),
});
const clean = placesIn('clean');
const damaged = placesIn('damaged');
const origin = {
  ...{ commit: null, commitMissing: null, node: '', lock: '' },
  settings: { site: null, base: '/', contact: null, footer: null, fragments: null, pagefind: null },
};

/** Damages of a long run: `RUNS=500`. */
const runs = Number(process.env.RUNS ?? 12);

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

let pagesMade = 0;

/** The page of every report, as a program would make it. */
function pages(cache: string): SitePage[] {
  return checkedReports(cache).map(({ summary: { id, title, digest } }) => ({
    path: `reports/${id}/index.html`,
    key: digest,
    made: async () => {
      pagesMade++;
      const { report, body } = reportById(content, id);
      return Buffer.from(`<h1>${title}</h1><article class="t">${renderedReport(report, body).html}</article>`);
    },
  }));
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

async function build({ cache, site }: typeof clean): Promise<void> {
  recoverSite(buildFolders(site));
  const memory = checkMemory(checkMemoryFile(cache), 'basis');
  const seals = knownSeals(join(cache, 'check-seals.json'));
  const { issues, texts } = await contentIssues(content, { memory, seals, tell: () => {} });
  const isOwn = (): boolean => true;
  const search = await rankedSearch({
    content,
    cache,
    isOwn,
    fragments: null,
    asked: null,
    tell: () => {},
    build: pagefindBuild,
  });
  await exactSearchInCache(content, cache, texts);
  const change = new SiteChange(buildFolders(site), cache);
  await writePages(change, { pages: pages(cache), program: 'program', threads: null, tell: () => {} });
  change.write('letters.json', JSON.stringify([issues, checkedReports(cache)]));
  for (const file of rankedFiles(search)) change.publish({ ...file, path: `pagefind/${file.path}` });
  change.write(manifestName, siteManifestOf(origin, [siteInventory(texts, change.files)]));
  for (const file of exactFiles(cache)) change.publish({ ...file, path: `search-index/${file.path}` });
  change.finish('program');
}

const tree = (site: string): Map<string, string> =>
  new Map(pathsBelow(site).map((path) => [path, fileSeal(join(site, path)).sha256]));

/** Does one damage to a cache or the site beside it, each of their parts with the same chance; gives what was done. */
function damage(both: string, chance: Random): string {
  const parts = [...Map.groupBy(pathsBelow(both), (path) => path.split('/').slice(0, 2).join('/')).values()];
  const path = chance.pick(chance.pick(parts));
  const file = join(both, path);
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
      const other = join(both, chance.pick(chance.pick(parts)));
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

test('a build upon what an earlier one left undamaged is the same, takes all from it and says nothing', async () => {
  const [told, made] = [vi.mocked(console.error).mock.calls.length, pagesMade];
  await build(clean);
  expect(tree(clean.site)).toEqual(wanted);
  expect([vi.mocked(console.error).mock.calls.length, pagesMade]).toEqual([told, made]);
});

test('the site shares no file with the cache', () => {
  const files = [...pathsBelow(clean.cache)].map((path) => statSync(join(clean.cache, path)));
  expect(files.filter(({ nlink }) => nlink > 1)).toEqual([]);
  expect(readdirSync(join(clean.site, 'search-index')).length).toBeGreaterThan(5);
});

test('a file that was altered in the site is replaced, alone, and the build says so', async () => {
  const made = pagesMade;
  const [page = ''] = pathsBelow(clean.site).filter((path) => path.endsWith('.html'));
  const { mtime, size } = statSync(join(clean.site, page));
  writeFileSync(join(clean.site, page), 'x'.repeat(size));
  utimesSync(join(clean.site, page), mtime, mtime);
  await build(clean);
  expect(tree(clean.site)).toEqual(wanted);
  expect(pagesMade).toBe(made + 1);
  expect(vi.mocked(console.error).mock.lastCall).toEqual(['上一版网站里有 1 个文件与记录不符，换成这一版的。']);
  const left = join(clean.site, 'left/of/another.html.gz');
  put(left, '');
  await build(clean);
  expect([existsSync(left), existsSync(dirname(dirname(left)))]).toEqual([false, false]);
  expect(pagesMade).toBe(made + 1);
});

test('a list of the site that was altered in the cache is not believed, nor are keys of another program', () => {
  cpSync(clean.cache, damaged.cache, { recursive: true });
  expect(siteList(damaged.cache).files.size).toBe(wanted.size);
  const change = new SiteChange(buildFolders(clean.site), clean.cache);
  const [page] = pages(clean.cache);
  if (!page?.key) throw new Error('no page');
  expect(['program', 'another'].map((program) => change.keepsPage(page.path, page.key ?? '', program))).toEqual([
    true,
    false,
  ]);
  recoverSite(buildFolders(clean.site));
  const list = join(damaged.cache, 'site.json');
  writeFileSync(list, readFileSync(list, 'utf8').replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"'));
  expect(siteList(damaged.cache).files.size).toBe(0);
  expect(vi.mocked(console.error).mock.lastCall).toEqual(['缓存里的网站目录已损坏，不用，重新生成。']);
  rmSync(damaged.both, { recursive: true });
});

test(`after any damage to what a build left the next site is the clean one, or the build stops with a sentence (${runs} damages)`, async () => {
  const chance = random(`damage ${runs}`);
  for (let run = 0; run < runs; run++) {
    if (!existsSync(damaged.both)) {
      cpSync(clean.cache, damaged.cache, { recursive: true });
      await build(damaged);
    }
    const done = Array.from({ length: chance.between(1, 3) }, () => damage(damaged.both, chance)).join(', ');
    let sentence: string | null = null;
    try {
      await build(damaged);
    } catch (error) {
      sentence = failureSentence(error) ?? `no sentence: ${error}`;
    }
    if (sentence === null) expect([done, tree(damaged.site)]).toEqual([done, wanted]);
    else {
      expect([done, sentence]).toEqual([done, expect.not.stringContaining('no sentence')]);
      rmSync(damaged.both, { recursive: true });
    }
  }
}, 3_600_000);
