import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contentFolder } from '../../src/build/content-folder.ts';
import { publishedBefore, refuseFewer, refuseOtherTexts } from '../../src/build/publication-change.ts';
import { publishedText } from '../../src/build/published-text.ts';
import { manifestName, type SiteInventory, siteManifestOf } from '../../src/build/site-manifest.ts';
import { ExpectedFailure } from '../../src/host/expected-failure.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publication-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `140404/${2000 + at}`);
type Texts = SiteInventory['texts'];
const [one, two] = ['1'.repeat(64), '2'.repeat(64)];

test.for([
  [5, 4],
  [5, 9],
  [100, 90],
  [0, 0],
  [2, 1],
] as const)('%i reports may become %i', ([before, now]) => {
  refuseFewer(ids(before), ids(now));
});

test.for([
  [5, 3],
  [5, 0],
  [100, 89],
] as const)('%i reports may not become %i unasked, and those that are gone are named', ([before, now]) => {
  const gone = ids(before).slice(now);
  const named = gone.length > 10 ? `${gone.slice(0, 10).join('、')} 等 ${gone.length} 份` : gone.join('、');
  const refused = (): void => refuseFewer(ids(before), ids(now));
  expect(refused).toThrow(ExpectedFailure);
  expect(refused).toThrow(`上一版有 ${before} 份报告，这次只有 ${now} 份，少了：${named}。网站没有更换。`);
});

test('other text of a file that did not change is refused by name; of one that did, or of a new report, it is not', () => {
  const before: Texts = { 'a/1': [one, one], 'a/2': [one, one] };
  const texts = (changes: Texts): Texts => ({ ...before, ...changes });
  refuseOtherTexts(texts({}), texts({ 'a/1': [two, two], 'a/3': [one, two] }));
  expect(() => refuseOtherTexts(texts({}), texts({ 'a/2': [one, two] }))).toThrow(/与上一版不同：a\/2。网站没有更换/);
});

test('what a site publishes is read from its manifest, else from its pages, and a damaged manifest is told', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(publishedBefore(join(folder, 'nowhere'))).toEqual({ reports: [], texts: null });
  put('reports/140404/2024/index.html', '');
  put('reports/140404/2024/record/index.html', '');
  put('reports/120102/2024-justice-bureau/index.html', '');
  const found = publishedBefore(folder);
  expect([...found.reports].sort()).toEqual(['120102/2024-justice-bureau', '140404/2024']);
  expect(told).not.toHaveBeenCalled();
  const settings = { site: null, base: '/', contact: null, footer: null, fragments: null, pagefind: null };
  const origin = { commit: null, commitMissing: '不详', node: '', lock: '', settings };
  put(manifestName, siteManifestOf(origin, [{ texts: { '140404/2024': [one, two] }, files: {} }]));
  expect(publishedBefore(folder)).toEqual({ reports: ['140404/2024'], texts: { '140404/2024': [one, two] } });
  put('manifest.json', '{"format":1');
  expect(publishedBefore(folder).texts).toBeNull();
  expect(told.mock.calls.length).toBe(1);
});

test('a content folder without a report is refused', () => {
  expect(() => contentFolder(join(folder, 'nowhere'))).toThrow('没有这个文件夹');
  expect(() => contentFolder(folder)).toThrow('里没有一份报告');
  put('reports/14/140404/2024.v1.md', '');
  expect(() => contentFolder(folder)).toThrow('里没有一份报告');
  put('reports/14/140404/2024.md', '');
  expect(contentFolder(folder)).toBe(folder);
});

test('the text of a page is its article’s characters, without markup', () => {
  const page =
    '<h1>题</h1><article class="t"><h2 id="a">一、&lt;成效&gt;</h2>\n<p id="b"><b>甲。</b>A&amp;B&quot;</p></article>外';
  expect(publishedText(page)).toBe('一、<成效>\n甲。A&B"');
  expect(publishedText('<main>没有</main>')).toBeNull();
});
