import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishedFiles } from '../../src/build/published-files.ts';
import {
  indexManifestText,
  listedFiles,
  manifestIn,
  manifestName,
  readSiteManifest,
  siteManifestOf,
} from '../../src/build/site-manifest.ts';
import { siteSource } from '../../src/build/site-source.ts';
import {
  faultsOf,
  isSameStatement,
  type SiteVerification,
  siteVerification,
  statedSite,
  verificationLines,
} from '../../src/build/site-verification.ts';
import { fileServer } from '../../src/host/plain-host.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { inventedDocument } from '../search/invented-documents.ts';
import { type MemoryBuild, memoryBuild } from '../search/memory-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'verification-'));
const whole = join(folder, 'whole');
const live = join(folder, 'live');
const put = (site: string, path: string, text: string): void => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const settings = { site: null, base: '/', contact: null, footer: null, fragments: null, pagefind: null };
const origin = { commit: null, commitMissing: '不详', node: 'v24', lock: 'l', settings };

beforeAll(() => {
  for (const path of ['index.html', '404.html', 'about/index.html', '_astro/p.css', 'sources/ab.html.txt'])
    put(whole, path, `这是 ${path}`);
  const files = listedFiles(publishedFiles(whole, () => null));
  put(whole, manifestName, siteManifestOf(origin, [{ texts: {}, files }]));
  const index = join(whole, 'search-index');
  put(index, 'start.json', '{}');
  put(index, manifestName, indexManifestText(publishedFiles(index, () => null)));
});
beforeEach(() => {
  rmSync(live, { recursive: true, force: true });
  cpSync(whole, live, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Holds a place against its own manifest, or against that of the whole site. */
async function verified(place: string, against?: string): Promise<Omit<SiteVerification, 'wanted'>> {
  const source = siteSource(place);
  const listed = (await statedSite(source))?.files ?? {};
  const wanted = against === undefined ? listed : ((await statedSite(siteSource(against)))?.files ?? {});
  const { wanted: count, ...found } = await siteVerification(source, wanted, listed, () => {});
  expect(count).toBe(Object.keys(wanted).length);
  return found;
}

const nothing = { missing: [], added: [], differing: [], unreadable: [] };

/** Three faults: a page altered, a file gone, one more. */
function harm(): void {
  put(live, 'about/index.html', 'HACKED');
  rmSync(join(live, 'sources/ab.html.txt'));
  put(live, 'extra.html', '');
}

test('a folder is what its manifest says, until a file is altered, gone or added', async () => {
  expect(await verified(live)).toEqual(nothing);
  harm();
  const faults = { missing: ['sources/ab.html.txt'], added: ['extra.html'], differing: ['about/index.html'] };
  expect(await verified(live)).toEqual({ ...nothing, ...faults });
});

/** Puts an index of invented reports into a site, as a build does. */
function putIndex(site: string, { files }: MemoryBuild): void {
  const index = join(site, 'search-index');
  rmSync(index, { recursive: true });
  mkdirSync(index);
  for (const [name, bytes] of files) writeFileSync(join(index, name), bytes);
  writeFileSync(join(index, manifestName), indexManifestText(publishedFiles(index, () => null)));
}

test('a site whose index goes on from an earlier build is whole, and held against a fresh one another in its index alone', async () => {
  const random = randomNumbers(3);
  const documents = Array.from({ length: 30 }, (_, serial) => inventedDocument(random, serial));
  const begun = await memoryBuild(documents.slice(0, 29));
  const gone = await memoryBuild(documents, { before: begun });
  expect(gone.result.built).toBe('delta');
  const fresh = join(folder, 'fresh');
  cpSync(whole, fresh, { recursive: true });
  putIndex(fresh, await memoryBuild(documents));
  putIndex(live, gone);
  expect(await verified(live)).toEqual(nothing);
  const found = { wanted: 7, ...(await verified(live, fresh)) };
  expect(faultsOf(found)).toBeGreaterThan(2);
  expect(verificationLines(found, true).at(-1)).toContain('检索索引以外的文件逐字节相同');
  put(live, 'about/index.html', 'HACKED');
  const harmed = verificationLines({ wanted: 7, ...(await verified(live, fresh)) }, true);
  expect(harmed).toContain('不同 about/index.html');
  expect(harmed.at(-1)).not.toContain('逐字节相同');
  // The same history gives the same bytes.
  putIndex(fresh, await memoryBuild(documents, { before: begun }));
  put(live, 'about/index.html', '这是 about/index.html');
  expect(await verified(live, fresh)).toEqual(nothing);
});

test('whoever alters the manifest with the file is found out by another build', async () => {
  put(live, 'index.html', 'HACKED');
  put(live, 'more.html', '');
  put(live, 'search-index/start.json', '{"other":1}');
  const own = [...publishedFiles(live, () => null)].filter(([path]) => !/manifest|search-index/.test(path));
  put(live, manifestName, siteManifestOf(origin, [{ texts: {}, files: listedFiles(own) }]));
  const index = join(live, 'search-index');
  const started = [...publishedFiles(index, () => null)].filter(([path]) => path === 'start.json');
  put(index, manifestName, indexManifestText(started));
  expect(await verified(live)).toEqual(nothing);
  const { differing, added } = await verified(live, whole);
  expect([differing, added]).toEqual([['index.html', 'search-index/start.json'], ['more.html']]);
});

test('a live site is verified over http, from a host that knows no ranges, at its root or below a path', async () => {
  for (const base of ['/', '/archive/']) {
    const host = await fileServer(live, base);
    expect(await verified(host.home)).toEqual(nothing);
    expect(await verified(host.home.replace(/\/$/, ''), whole)).toEqual(nothing);
    host.close();
  }
  harm();
  const host = await fileServer(live);
  expect(await verified(host.home, whole)).toEqual({
    ...nothing,
    missing: ['sources/ab.html.txt'],
    differing: ['about/index.html'],
  });
  host.close();
});

test('a host that sends without end is not read to the end', async () => {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    if (path === '/manifest.json') response.end(JSON.stringify(manifestIn(whole)));
    else if (path === '/search-index/manifest.json') response.writeHead(404).end();
    else {
      const more = setInterval(() => response.write('x'.repeat(9999)), 1);
      response.on('close', () => clearInterval(more));
    }
  });
  const port = await new Promise<number>((listening) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      listening(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { differing } = await verified(`http://127.0.0.1:${port}/`);
  expect(differing.length).toBe(5);
  server.closeAllConnections();
  server.close();
});

test('what is no site, no manifest or no host is said in a sentence', async () => {
  expect(() => siteSource(join(folder, 'nowhere'))).toThrow('没有这个文件夹');
  put(live, 'manifest.json', '<!doctype html>');
  await expect(statedSite(siteSource(live))).rejects.toThrow('不是本库的清单');
  rmSync(join(live, 'manifest.json'));
  expect(await statedSite(siteSource(live))).toBeNull();
});

test('a manifest that names a file outside the site is none', () => {
  const text = JSON.stringify(manifestIn(whole));
  expect(readSiteManifest(text)).not.toBeNull();
  for (const path of ['../secret', 'a/../../secret', '/etc/passwd', 'a//b', 'http://x', 'a?b', 'a\\\\b', './a'])
    expect([path, readSiteManifest(text.replace('about/index.html', path))]).toEqual([path, null]);
});

test('two sites say the same where reports, texts, settings and packages are the same', async () => {
  const one = await statedSite(siteSource(whole));
  if (!one) throw new Error('the site has no manifest');
  const other = { ...one, manifest: { ...one.manifest, node: 'v22', commit: 'c' } };
  expect(isSameStatement(one, other)).toBe(true);
  expect(isSameStatement(one, { ...one, manifest: { ...one.manifest, reports: 1 } })).toBe(false);
});
