import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { escapedText, headingMarkdown, runInMarkdown, tableMarkdown } from '../../src/archive/report-markdown.ts';
import { bibtex } from '../../src/citation/bibtex.ts';
import type { Citation } from '../../src/citation/citation.ts';
import { cslJson } from '../../src/citation/csl.ts';
import { gbt7714 } from '../../src/citation/gbt7714.ts';
import { ris } from '../../src/citation/ris.ts';
import { readReportFile, reportFileText } from '../../src/content-files/report-file.ts';
import { markdownFile } from '../../src/exports/markdown-file.ts';
import { spreadsheetCell } from '../../src/exports/spreadsheet.ts';
import { wordDocument } from '../../src/exports/word-document.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { savedSample } from '../exports/saved-sample.ts';
import { sampleReport } from '../report-sample.ts';
import { broughtIn } from './brought-in.ts';
import { hostileTexts } from './texts.ts';

/** A report with the text in every field that takes words. */
const filled = (text: string): typeof sampleReport => ({
  ...sampleReport,
  title: text,
  regionPath: [text, text],
  issuers: [{ name: text, kind: 'government', basis: 'signature' }],
  page: [{ label: text, value: text }],
  sources: [{ sha256: '0'.repeat(64), format: 'txt', url: null, medium: text, captured: null, excluded: [] }],
  sections: [{ role: 'achievements', where: 'own', heading: text, basis: 'text' }],
  notes: [{ code: 'damage/test', quote: text, occurrence: 1, reading: text, reason: text }],
  departures: [{ capture: text, text, reason: text }],
  redactions: [{ mark: text, day: '2026-01-02', reason: text }],
  versions: [{ version: 1, until: '2026-01-02', reason: text }],
  doubts: [{ code: 'doubt/test', message: text }],
});

const citation = (text: string): Citation => ({
  id: '140404/2023',
  title: text,
  authors: [text],
  issued: '2024-01-20',
  anchor: null,
  address: `https://archive.example/?${text}`,
  accessed: '2026-11-22',
});

describe.for(hostileTexts)('%s', (text) => {
  test('becomes those letters on the page and nothing else, wherever it stands', () => {
    const body = [
      headingMarkdown(text, 2),
      escapedText(text),
      runInMarkdown(`${text}。后文`, `${text}。`),
      tableMarkdown([
        ['甲', text],
        [text, '乙'],
      ]),
    ].join('\n\n');
    const { html } = renderedReport(filled(text), body);
    expect(broughtIn(html)).toEqual([]);
    const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
    expect(document.querySelector('h2')?.textContent).toBe(text);
    expect(document.querySelector('p')?.textContent).toBe(text);
    expect(document.querySelector('td')?.textContent).toBe(text);
  });

  test('written into a body by hand, brings nothing in', () => {
    expect(
      broughtIn(renderedReport({ notes: [] }, `## ${text}\n\n${text}\n\n| 甲 |\n| --- |\n| ${text} |`).html),
    ).toEqual([]);
  });

  test('comes back from every field of a report file as it was', () => {
    expect(readReportFile(reportFileText(filled(text), '正文。\n'), 'x.md').report).toEqual(filled(text));
  });

  test('stays a text in every file that readers take away', () => {
    const report = savedSample([{ kind: 'paragraph', text, runIn: 0, references: [] }], {
      title: text,
      authors: [text],
    });
    const { document } = parseHTML(wordDocument(report));
    const names = [...document.querySelectorAll('*')].map(({ localName }) => localName);
    expect(names.filter((name) => !name.startsWith('w:'))).toEqual([]);
    expect(document.documentElement.textContent).toContain(text);
    expect(markdownFile(report)).not.toMatch(/(?<!\\)<(?:script|img|svg|iframe)/i);
    expect(spreadsheetCell(text)).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/);
    expect(ris(citation(text)).match(/^(?:TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - ']);
    const bib = bibtex(citation(text)).replaceAll(/\\text\w+\{\}|\\[{}]/g, '');
    expect(bib.split('{').length).toBe(bib.split('}').length);
    expect(JSON.parse(cslJson(citation(text)))).toMatchObject([{ title: text }]);
    expect(gbt7714(citation(text))).not.toContain('\n');
  });
});
