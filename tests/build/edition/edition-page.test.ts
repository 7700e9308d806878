import { describe, expect, test } from 'vitest';
import { editionPage } from '../../../src/build/edition/edition-page.ts';

const files = new Set([
  'index.html',
  'search/index.html',
  'regions/140404/index.html',
  'reports/140404/2024/index.html',
  'reports/140404/2024/record/index.html',
  'documents/条例/index.html',
  'icon.svg',
]);
const paths = { base: '/', files, isPacked: false };
const body = (html: string, path: string, given: Parameters<typeof editionPage>[2] = paths): string =>
  editionPage(html, path, given);

describe('a page of an edition', () => {
  test.each([
    ['<a href="/">', '<a href="../../index.html">'],
    ['<a href="/search/?q=a&amp;b#c">', '<a href="../../search/index.html?q=a&amp;b#c">'],
    ['<a href="/documents/%E6%9D%A1%E4%BE%8B/">', '<a href="../../documents/%E6%9D%A1%E4%BE%8B/index.html">'],
    ['<form action="/search/" role="search">', '<form action="../../search/index.html" role="search">'],
    ['<a href="/sources/x.txt" class="y">', '<a class="y">'],
    ['<link rel="alternate" href="/feeds/all.atom">', ''],
    ['<link rel="modulepreload" href="/_astro/x.js">', ''],
    ['<script type="module" src="/_astro/x.js"></script>', ''],
    ['<phrase-search data-ranks-reports data-years="2024">', '<phrase-search data-years="2024">'],
    ['<a href="#p-1">', '<a href="#p-1">'],
    ['<a href="https://example.org/">', '<a href="https://example.org/">'],
    ['<a title="a > href=&quot;/&quot;" href="/">', '<a title="a > href=&quot;/&quot;" href="../../index.html">'],
    ['<p>写作 href="/" 的</p>', '<p>写作 href="/" 的</p>'],
  ])('%s is written %s', (from, to) => {
    expect(body(from, 'regions/140404/index.html')).toBe(to);
  });

  test('addresses beside it lead to files too', () => {
    expect(body('<a href="record/#n-1">', 'reports/140404/2024/index.html')).toBe(
      '<a href="../../../reports/140404/2024/record/index.html#n-1">',
    );
  });

  test('where reports stand in packs they are named to the page that draws them', () => {
    const packed = { ...paths, isPacked: true };
    expect(body('<a href="/reports/140404/2024/record/#n-1">', 'index.html', packed)).toBe(
      '<a href="./reports/index.html?page=reports/140404/2024/record/#n-1">',
    );
  });

  test('a site below a path leads alike', () => {
    const below = { ...paths, base: '/archive/' };
    expect(body('<a href="/archive/search/"><a href="/search/">', 'index.html', below)).toBe(
      '<a href="./search/index.html"><a>',
    );
  });
});
