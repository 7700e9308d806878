import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapedText, headingMarkdown, tableMarkdown } from '../../src/archive/report-markdown.ts';
import type { Report } from '../../src/archive/report-schema.ts';
import { registerCell } from '../../src/content-files/csv.ts';
import { reportFileText } from '../../src/content-files/report-file.ts';
import { sampleReport } from '../report-sample.ts';
import { hostileCaptures } from './captures.ts';
import { hostileTexts } from './texts.ts';

/** The report that `writeHostileContent` adds: id, and the path of its page below the site's base. */
export const hostileReport = { id: '370304x01/2023', page: 'reports/370304x01/2023/' } as const;

const textAt = (at: number): string => hostileTexts[at % hostileTexts.length] ?? '';
/** Words that stand in no other report, for searches that lead to this one. */
const sought = '毒木之文';

const isNoEnd = (text: string): boolean => !hostileTexts.some((other) => other !== text && other.endsWith(text));

const sections = [
  { role: 'achievements', heading: `一、${textAt(0)}` },
  { role: 'first-responsible', heading: `二、${textAt(11)}` },
  { role: 'shortcomings', heading: `三、${textAt(19)}` },
  { role: 'plan', heading: `四、${textAt(44)}` },
] as const;

/** The body as lines of a capture and as Markdown: every text once as a paragraph, some as headings and cells. */
function body(version: string): { readonly capture: string; readonly markdown: string } {
  const perSection = Math.ceil(hostileTexts.length / sections.length);
  const parts = sections.map(({ heading }, at) => ({
    heading,
    paragraphs: hostileTexts
      .slice(at * perSection, (at + 1) * perSection)
      .map((text) => `${text}${sought}${version}。`),
  }));
  const cells = [['甲', '乙'], ...[12, 24, 39, 49].map((at) => [textAt(at), textAt(at + 1)])];
  return {
    capture: [...parts.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]), ...cells.flat()].join('\n'),
    markdown: [
      ...parts.flatMap(({ heading, paragraphs }) => [
        headingMarkdown(heading, 2),
        ...paragraphs.map((text) => escapedText(text)),
      ]),
      tableMarkdown(cells),
    ].join('\n\n'),
  };
}

/**
 * Adds to a content folder that holds 山东 a report of which every word is meant to become markup or to run, an earlier
 * version of it, a region, a term and a coverage row of the same kind; and every hostile capture, named by the report as
 * a source of it, so that all are published.
 */
export function writeHostileContent(content: string): void {
  const stored = (bytes: Uint8Array, format: Report['sources'][number]['format']): Report['sources'][number] => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(content, 'sources', `${sha256}.${format}`), bytes);
    return { sha256, format, url: null, medium: null, captured: null, excluded: [] };
  };
  const captures = hostileCaptures.map(({ bytes, format }, at) => ({ ...stored(bytes, format), medium: textAt(at) }));
  const name = textAt(11);
  const report = (version: string): { readonly report: Report; readonly body: string } => {
    const { capture, markdown } = body(version);
    const front: Report = {
      ...sampleReport,
      title: `虚构${textAt(0)}${textAt(58)}${version}`,
      titleBasis: 'curator',
      region: '370304x01',
      regionPath: ['山东省', '淄博市', '博山区', name],
      issuers: hostileTexts.slice(0, 30).map((text) => ({ name: text, kind: 'government', basis: 'signature' })),
      page: hostileTexts.map((text, at) => ({ label: text, value: textAt(at + 7) })),
      sources: [stored(Buffer.from(capture), 'txt'), ...(version === '' ? captures : [])],
      transformations: [],
      sections: sections.map(({ role, heading }) => ({ role, where: 'own', heading, basis: 'text' })),
      // A text that ends another would be noted twice in one place.
      notes: hostileTexts.filter(isNoEnd).map((text, at) => ({
        code: 'damage/test',
        quote: `${text}${sought}`,
        occurrence: 1,
        reading: textAt(at + 3),
        reason: textAt(at + 5),
      })),
      redactions: [{ mark: textAt(0), day: '2026-01-02', reason: textAt(12) }],
      versions: version === '' ? [{ version: 1, until: '2026-01-02', reason: textAt(9) }] : [],
      doubts: hostileTexts.slice(0, 40).map((message) => ({ code: 'doubt/test', message })),
    };
    return { report: front, body: markdown };
  };
  const folder = join(content, 'reports/37/370304x01');
  mkdirSync(folder, { recursive: true });
  for (const [file, version] of [
    ['2023.md', ''],
    ['2023.v1.md', '旧'],
  ] as const) {
    const { report: front, body: markdown } = report(version);
    writeFileSync(join(folder, file), reportFileText(front, markdown));
  }
  const row = (cells: readonly string[]): string => `${cells.map(registerCell).join(',')}\n`;
  appendFileSync(
    join(content, 'regions/own.csv'),
    row(['370304x01', name, 'township', '370304', '2020', '', '', textAt(16), textAt(17)]),
  );
  for (const [at, text] of hostileTexts.slice(0, 12).entries())
    appendFileSync(
      join(content, 'coverage.csv'),
      row(['370302', String(2010 + at), 'known', text, '2026-01-01', textAt(at + 20)]),
    );
  const term = (text: string): string =>
    `- ${JSON.stringify({ term: text, meaning: text, basis: 'editors', sources: [{ title: text, number: `2023 ${text}` }] })}\n`;
  // A term has no space in it.
  const terms = hostileTexts.filter((text) => !/\s/.test(text)).slice(0, 20);
  appendFileSync(join(content, 'glossary.yaml'), terms.map(term).join(''));
}
