import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, inject, test } from 'vitest';

/** Addresses that a page links to, as paths below the site's root, anchors and queries left out. */
function linksOf(folder: string, path: string): string[] {
  const { document } = parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8'));
  return [...document.querySelectorAll('a[href]')].flatMap((link) => {
    const url = new URL(link.getAttribute('href') ?? '', `http://site.test${path}`);
    return url.host === 'site.test' && url.pathname.endsWith('/') ? [decodeURIComponent(url.pathname)] : [];
  });
}

const reached = new Set<string>(['/']);
let pages: readonly string[] = [];

beforeAll(() => {
  const folder = inject('rootSite');
  pages = globSync('**/index.html', { cwd: folder }).map((file) => `/${file.replace(/index\.html$/, '')}`);
  const built = new Set(pages);
  // A set that grows while it is walked.
  for (const path of reached) for (const link of linksOf(folder, path)) if (built.has(link)) reached.add(link);
});

test('every page is reached from the home page by links alone: no script, no search', () => {
  expect(pages.length).toBeGreaterThan(4000);
  const unreached = pages.filter((path) => !reached.has(path) && !path.startsWith('/en/'));
  // These are reached with the address of a report, or are no pages to browse.
  expect(unreached.filter((path) => path !== '/search/' && path !== '/cite/')).toEqual([]);
});

test('every kind of page is reached from the home page within two links', () => {
  const folder = inject('rootSite');
  const one = linksOf(folder, '/');
  const two = new Set([...one, ...one.flatMap((path) => linksOf(folder, path))]);
  const kinds = [
    ...['/', '/search/', '/regions/', '/years/', '/issuers/', '/coverage/', '/compare/', '/newest/', '/changes/'],
    ...[
      '/glossary/',
      '/cite/',
      '/reading/',
      '/about/',
      '/en/',
      '/regions/140000/',
      '/years/2024/',
      '/coverage/140000/',
      '/completeness/',
      '/completeness/2024/140000/',
      '/shortcomings/',
      '/shortcomings/2024/140000/',
      '/documents/',
      '/documents/行政复议法/',
      '/figures/',
    ],
    ...[
      '/issuers/government/',
      '/issuers/department/justice/',
      '/reports/140404/2024/',
      '/reports/140404/2024/record/',
    ],
  ];
  expect(kinds.filter((path) => !two.has(path))).toEqual([]);
});

test('no region’s page is an end: it leads to a report, or to what its coverage and those above it hold', () => {
  const folder = inject('rootSite');
  // The State's own departments, and what is outside the scope, say so.
  const isApart = (path: string): boolean => /^\/regions\/(?:00|71|81|82)0000\//.test(path);
  const regions = pages.filter(
    (path, at) => /^\/regions\/\d/.test(path) && !isApart(path) && (at % 15 === 0 || path.endsWith('0000/')),
  );
  expect(regions.length).toBeGreaterThan(200);
  const ends = regions.filter((path) => {
    const { document } = parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8'));
    const links = [...document.querySelectorAll('main .split a')].map((link) => link.getAttribute('href') ?? '');
    return !links.some((link) => /^\/(?:reports|coverage)\/\d|^\/regions\/\d/.test(link));
  });
  expect(ends).toEqual([]);
});

test('the page of a province lists every report below it', () => {
  const folder = inject('rootSite');
  for (const file of globSync('content/reports/*/*/*.md')) {
    const id = file.replace(/^content\/reports\/\d\d\//, '').replace(/\.md$/, '');
    const links = linksOf(folder, `/regions/${id.slice(0, 2)}0000/`);
    const below = links.flatMap((path) => (/^\/regions\/\d/.test(path) ? linksOf(folder, path) : [path]));
    expect([id, [...links, ...below].includes(`/reports/${id}/`)]).toEqual([id, true]);
  }
});

test('pages are told apart by their titles, say which part of the site they are of, and are shared with theirs', () => {
  const folder = inject('rootSite');
  const read = (path: string) => parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8')).document;
  // Of places with one name and of their former selves the titles may be the same.
  const few = pages.filter((path) => !/^\/(?:regions|coverage)\/\d/.test(path));
  const titles = few.map((path) => read(path).querySelector('title')?.textContent);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  for (const [path, name] of [
    ['/regions/140404/', '地区'],
    ['/years/2024/', '年度'],
    ['/issuers/government/', '制发机关'],
    ['/coverage/140000/', '收录'],
    ['/compare/', '对照'],
  ] as const)
    expect(read(path).querySelector('header nav [aria-current]')?.textContent).toBe(name);
  const shared = read('/reports/140404/2024/').querySelector('meta[property="og:title"]');
  expect(shared?.getAttribute('content')).toContain('长治市上党区人民政府关于2024年度法治政府建设情况的报告');
});

test('every report stands on the pages of its region, its year and its issuer', () => {
  const folder = inject('rootSite');
  for (const file of globSync('content/reports/*/*/*.md')) {
    const id = file.replace(/^content\/reports\/\d\d\//, '').replace(/\.md$/, '');
    const [region = '', name = ''] = id.split('/');
    const year = name.slice(0, 4);
    const yearPage = `/years/${year}/${region.slice(0, 2)}0000/`;
    for (const path of [`/regions/${region}/`, yearPage])
      expect([path, linksOf(folder, path).includes(`/reports/${id}/`)]).toEqual([path, true]);
    const issuerPages = pages.filter((path) => path.startsWith('/issuers/'));
    expect(issuerPages.filter((path) => linksOf(folder, path).includes(`/reports/${id}/`))).toHaveLength(1);
  }
});

test('no page for browsing weighs more than 100 kB of HTML', () => {
  const folder = inject('rootSite');
  const heavy = pages
    .filter((path) => !path.startsWith('/reports/'))
    .map((path) => ({ path, bytes: readFileSync(join(folder, path, 'index.html')).length }))
    .filter(({ bytes }) => bytes > 100_000);
  expect(heavy).toEqual([]);
});

test('places with one name are told apart wherever they are listed together', () => {
  const folder = inject('rootSite');
  const { document } = parseHTML(readFileSync(join(folder, 'years/2024/index.html'), 'utf8'));
  expect(document.querySelector('main')?.textContent).toMatch(/天津市.*河东区/s);
  expect(document.querySelector('title')?.textContent).toContain('2024年度');
});

test('the page on sources and method adds up how the letters of all texts stand to their captures', () => {
  const folder = inject('rootSite');
  const textOf = (path: string): string =>
    parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8')).document.querySelector('main')?.textContent ?? '';
  const numbers = (pattern: RegExp, text: string): number[] =>
    (pattern.exec(text) ?? []).slice(1).map((figure) => Number(figure.replaceAll(',', '')));
  const each = globSync('reports/*/*/record/index.html', { cwd: folder }).map((page) =>
    numbers(
      /正文 ([\d,]+) 字，其中 ([\d,]+) 字与采集原件逐字相同；还原标点 ([\d,]+) 处；其余改动 ([\d,]+) 处/,
      textOf(page.replace(/index\.html$/, '')),
    ),
  );
  expect(each.length).toBeGreaterThan(4);
  const sums = [0, 1, 2, 3].map((at) => each.reduce((sum, figures) => sum + (figures[at] ?? Number.NaN), 0));
  const all =
    /([\d,]+) 份报告的正文已与采集原件逐字核对，共 ([\d,]+) 字：([\d,]+) 字与原件逐字相同，还原标点 ([\d,]+) 处，其余改动 ([\d,]+) 处/;
  expect(numbers(all, textOf('about'))).toEqual([each.length, ...sums]);
});
