import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import { withdrawnSample } from './held-names.ts';

const { id, issuers, day, by, reason } = withdrawnSample;
const page = (path: string) =>
  parseHTML(readFileSync(join(inject('subPathSite'), path, 'index.html'), 'utf8')).document;
const links = (path: string): (string | null)[] =>
  [...page(path).querySelectorAll('main a')].map((link) => link.getAttribute('href'));
const address = `/archive/reports/${id}/`;

test('the address of a withdrawn report says what stood there, who took it out, when and why, and nothing of its text', () => {
  const document = page(`reports/${id}`);
  expect(document.querySelector('h1')?.textContent).toBe('已撤除的报告');
  const text = document.querySelector('main')?.textContent ?? '';
  for (const said of [issuers, '2021年度', `${day} 由${by}撤除`, reason]) expect(text).toContain(said);
  expect(document.querySelector('article')).toBeNull();
  expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
});

test('every other address of it says so too, and leads to the page that tells why', () => {
  for (const [part, name] of [
    ['record', '校记'],
    ['v1', '第 1 版'],
  ] as const) {
    const document = page(`reports/${id}/${part}`);
    expect(document.querySelector('h1')?.textContent).toBe('已撤除的报告');
    expect(document.querySelector('main')?.textContent).toContain(name);
    expect(links(`reports/${id}/${part}`)).toContain(address);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  }
  expect(existsSync(join(inject('subPathSite'), 'reports', id, 'v2'))).toBe(false);
});

test('the changes and the coverage lead to it, lists and neighbours do not', () => {
  expect(links('changes')).toContain(address);
  const evidence = [...page('coverage/370300').querySelectorAll('.evidence')].map(({ textContent }) => textContent);
  expect(evidence.join('\n')).toContain(`2021 年度：撤除（${by}），${day}。${reason}`);
  expect(links('coverage/370300')).toContain(address);
  for (const path of ['regions/370304', 'newest', 'reports/370304/2022']) expect(links(path)).not.toContain(address);
  expect(existsSync(join(inject('subPathSite'), 'years/2021'))).toBe(false);
});
