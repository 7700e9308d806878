import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingMarkdown } from '../../src/archive/report-markdown.ts';
import type { Report } from '../../src/archive/report-schema.ts';
import { reportFileText } from '../../src/content-files/report-file.ts';
import { sampleReport } from '../report-sample.ts';

const opening = '虚构的开头，现将上一年度法治政府建设有关情况报告如下：';
const text = [
  ['一、主要举措', '虚构的一段，说做了什么。', '虚构的又一段，说还做了什么。'],
  ['二、存在不足', '虚构的一段，说哪里不足。'],
] as const;
const capture = Buffer.from([opening, ...text.flat()].join('\n'));
const sha256 = createHash('sha256').update(capture).digest('hex');

/** The year before one that the archive holds: an invented report of the same county. */
export const secondYearSample: Report = {
  ...sampleReport,
  title: '绩溪县2022年度法治政府建设情况报告',
  titleBasis: 'curator',
  region: '341824',
  regionPath: ['安徽省', '宣城市', '绩溪县'],
  year: 2022,
  issuers: [{ name: '绩溪县人民政府', kind: 'government', basis: 'signature' }],
  page: [],
  sources: [{ sha256, format: 'txt', url: null, medium: null, captured: null, excluded: [] }],
  transformations: [],
  sections: [
    { role: 'achievements', where: 'own', heading: text[0][0], basis: 'text' },
    { role: 'shortcomings', where: 'own', heading: text[1][0], basis: 'text' },
  ],
};

/** Adds that report with its capture to a content folder. */
export function writeSecondYear(content: string): void {
  writeFileSync(join(content, 'sources', `${sha256}.txt`), capture);
  const folder = join(content, 'reports/34/341824');
  mkdirSync(folder, { recursive: true });
  const parts = text.flatMap(([heading, ...paragraphs]) => [headingMarkdown(heading, 2), ...paragraphs]);
  const body = [opening, ...parts].join('\n\n');
  writeFileSync(join(folder, '2022.md'), reportFileText(secondYearSample, body));
}
