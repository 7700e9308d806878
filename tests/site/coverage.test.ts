import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';

const page = (path: string) =>
  parseHTML(readFileSync(join(inject('rootSite'), 'coverage', path, 'index.html'), 'utf8')).document;

const texts = (elements: Iterable<{ readonly textContent: string | null }>): string[] =>
  [...elements].map(({ textContent }) => textContent ?? '');

/** A figure as the tables write it: a dash for none, commas between thousands. */
const counted = (text: string): number => (text === '—' ? 0 : Number(text.replaceAll(',', '')));

test('each of the 34 tiles leads to a page; the three outside lead to the sentence that says so', () => {
  const document = page('');
  const links = [...document.querySelectorAll('.tiles a')].map((link) => link.getAttribute('href') ?? '');
  expect(links).toHaveLength(34);
  expect(links.filter((href) => href === '#scope')).toHaveLength(3);
  expect(document.querySelector('#scope')?.textContent).toContain('不在此类报告范围');
  for (const href of links.filter((link) => link !== '#scope'))
    expect(statSync(join(inject('rootSite'), href, 'index.html')).isFile()).toBe(true);
});

test('the tiles say what the table says', () => {
  const document = page('');
  const rows = [...(document.querySelector('.matrix tbody')?.children ?? [])];
  const held = new Map(
    rows.map((row) => [
      row.querySelector('a')?.getAttribute('href'),
      texts(row.querySelectorAll('td')).reduce((sum, share) => sum + counted(share.split('/')[0] ?? ''), 0),
    ]),
  );
  expect(held.size).toBe(31);
  const tiles = [...document.querySelectorAll('.tiles a:not(.out)')].map((tile): [string | null, number] => [
    tile.getAttribute('href'),
    Number.parseInt(tile.querySelector('span')?.textContent ?? '', 10),
  ]);
  for (const [href, count] of tiles) expect([href, held.get(href)]).toEqual([href, count]);
});

test('every government’s report is linked from the page of its unit, and no other cell claims to hold one', () => {
  const own = globSync('*/*/*.md', { cwd: 'content/reports' })
    .map((file) => file.replace(/^\d\d\/(.*)\.md$/, '$1'))
    .filter((id) => /^\d{6}\/\d{4}$/.test(id));
  const linked = globSync('*/index.html', { cwd: join(inject('rootSite'), 'coverage') }).flatMap((file) =>
    [...page(file.replace('/index.html', '')).querySelectorAll('td a[href*="/reports/"]')].map(
      (link) => /reports\/(.*)\/$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
    ),
  );
  // A prefecture stands on its own page and on its province's.
  expect([...new Set(linked)].sort()).toEqual(own.sort());
});

test('on every page the states of each year add up', () => {
  const files = globSync('**/index.html', { cwd: join(inject('rootSite'), 'coverage') });
  expect(files.length).toBeGreaterThan(300);
  for (const file of files) {
    const tables = [...page(file.replace(/\/?index\.html$/, '')).querySelectorAll('.matrix')];
    const rows = [...(tables.at(-1)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      texts(row.querySelectorAll('td')).map(counted),
    );
    const totals = rows.pop();
    expect(rows).toHaveLength(5);
    expect(totals?.map((_, year) => rows.reduce((sum, row) => sum + (row[year] ?? Number.NaN), 0))).toEqual(totals);
  }
});
