import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import { csvRecords } from '../../src/content-files/csv.ts';

const file = (path: string): string => readFileSync(join(inject('rootSite'), path), 'utf8');
const page = (path: string): Document => parseHTML(file(`${path}index.html`)).document;
const cells = (path: string): (readonly string[])[] =>
  csvRecords(file(path).replace(/^\ufeff/, '')).records.map((record) => record.cells);
const texts = (elements: Iterable<Element>): string[] => [...elements].map((element) => element.textContent ?? '');
const listed = (pattern: string): string[] => globSync(pattern, { cwd: inject('rootSite') }).sort();

interface Item {
  readonly role: string;
  readonly state: string;
  readonly anchor: string | null;
}
interface Line {
  readonly report: string;
  readonly paragraphs: readonly { readonly anchor: string; readonly text: string }[];
}

test('each report says as data what documents it names and where the parts stand', () => {
  const reports = listed('reports/*/*/completeness.json');
  expect(reports.length).toBeGreaterThan(4);
  for (const path of reports) {
    const found: { ruleSet: string; items: Item[]; published: object } = JSON.parse(file(path));
    expect(Object.keys(found)).toEqual(['ruleSet', 'items', 'published']);
    expect(Object.keys(found.published)).toEqual(['day', 'state']);
    const report = page(path.replace('completeness.json', ''));
    for (const item of found.items) {
      expect(Object.keys(item)).toEqual(['role', 'state', 'anchor']);
      if (item.anchor !== null) expect(report.getElementById(item.anchor)).not.toBeNull();
    }
    const documents: Record<string, unknown>[] = JSON.parse(file(path.replace('completeness', 'documents')));
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) {
      expect(Object.keys(document)).toEqual(['name', 'key', 'number', 'kind', 'basis', 'anchor']);
      expect(report.getElementById(String(document.anchor))?.textContent).toContain(document.name);
    }
  }
});

test('a year’s table of parts has the same rows on its pages, as CSV and as JSON', () => {
  const [head = [], ...rows] = cells('data/completeness/2024.csv');
  const objects: Record<string, unknown>[] = JSON.parse(file('data/completeness/2024.json'));
  expect(objects.map((row) => head.map((column) => String(row[column] ?? '')))).toEqual(rows);
  const shown = listed('completeness/2024/*/index.html').flatMap((path) => [
    ...page(path.replace('index.html', '')).querySelectorAll('tbody tr'),
  ]);
  const words: Record<string, string> = { own: '有专节', inside: '见于他节', 'not-found': '未见' };
  const asWords = (row: Record<string, unknown>): string[] =>
    ['achievements', 'shortcomings', 'first-responsible', 'plan'].map((role) => words[String(row[role])] ?? '');
  expect(shown.map((row) => texts(row.querySelectorAll('td')).slice(0, 4)).sort()).toEqual(objects.map(asWords).sort());
});

test('passages on shortcomings are the report’s own letters, on the page of a year and in its lines', () => {
  for (const path of listed('data/shortcomings/*/*.jsonl')) {
    const lines: Line[] = file(path)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [, , year = '', province = ''] = path.replace('.jsonl', '').split('/');
    const shown = texts(page(`shortcomings/${year}/${province}/`).querySelectorAll('blockquote p'));
    const said = lines.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(shown.map((text) => text.replace(/¶$/, ''))).toEqual(said);
    for (const { report, paragraphs } of lines)
      for (const { anchor, text } of paragraphs)
        expect(page(`reports/${report}/`).getElementById(anchor)?.textContent).toContain(text.slice(0, 12));
  }
});

test('a document’s page lists the reports that the table of mentions has, with years and what they are of', () => {
  const mentions = listed('data/mentions/*.csv').flatMap((path) => cells(path).slice(1));
  const naming = new Set(
    mentions.filter(([, , , key]) => key === '行政复议法').map(([report]) => `/reports/${report}/`),
  );
  const document = page('documents/行政复议法/');
  const links = [...document.querySelectorAll('.group .places a')].map((link) => link.getAttribute('href'));
  expect(new Set(links)).toEqual(naming);
  expect(texts(document.querySelectorAll('tbody tr td')).slice(0, 2)).toEqual([String(naming.size), '3']);
  const [head = [], ...rows] = cells('data/documents.csv');
  const row = rows.find(([key]) => key === '行政复议法') ?? [];
  expect(row[head.indexOf('reports')]).toBe(String(naming.size));
});

test('a report’s record leads to the pages of documents, and no page ranks places', () => {
  const record = page('reports/140404/2024/record/');
  const links = [...record.querySelectorAll('a[href^="/documents/"]')].map((link) => link.getAttribute('href'));
  expect(links).toContain('/documents/行政复议法/');
  for (const path of ['completeness/', 'completeness/2024/140000/', 'shortcomings/2024/140000/', 'documents/'])
    expect(page(path).querySelector('main')?.textContent).not.toMatch(/排名第|未履行|缺失|违规|抄袭/);
});
