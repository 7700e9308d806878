import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';

const contents = (id: string, name: string): string[] => {
  const { document } = parseHTML(readFileSync(join(inject('rootSite'), 'reports', id, 'index.html'), 'utf8'));
  return [...document.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.getAttribute('content') ?? '');
};

test('Zotero and search engines find what a report is', () => {
  const id = '341824/2023';
  expect(contents(id, 'citation_title')).toEqual(['绩溪县2023年度法治政府建设工作情况报告']);
  expect(contents(id, 'citation_author')).toEqual(['绩溪县人民政府']);
  expect(contents(id, 'citation_technical_report_institution')).toEqual(['绩溪县人民政府']);
  expect(contents(id, 'citation_publication_date')).toEqual(['2024/02/28']);
  expect(contents(id, 'citation_language')).toEqual(['zh-CN']);
});

test('each body is an author of its own; an unknown day is left out', () => {
  expect(contents('370304/2022', 'citation_author')).toHaveLength(2);
  expect(contents('140600/2024', 'citation_publication_date')).toEqual([]);
});

test('the picture for shared addresses stands in the site', () => {
  expect(existsSync(join(inject('rootSite'), 'share.png'))).toBe(true);
});
