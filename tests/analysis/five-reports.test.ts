import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportFigures } from '../../src/analysis/figures/figure.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { analysedReport } from '../../src/render/analysed-report.ts';

const reports = globSync('content/reports/*/*/*.md').map((path) => {
  const file = path.replaceAll('\\', '/');
  const { report, body } = readReportFile(readFileSync(file, 'utf8'), file);
  if (report === null) throw new Error(`${file} is not sound: run npm run check`);
  return {
    id: file.slice('content/reports/14/'.length, -'.md'.length),
    text: analysedReport(report, body, regionTree([])),
  };
});
const figuresOf = (id: string) =>
  reportFigures(reports.find((report) => report.id === id)?.text ?? { paragraphs: [], notes: [] }, () => []);

test('every figure stands in its sentence, and its sentence in its paragraph', () => {
  for (const { id, text } of reports) {
    const figures = reportFigures(text, () => []);
    expect(figures.length, id).toBeGreaterThan(30);
    for (const { written, sentence, paragraph, anchor } of figures) {
      expect(sentence).toContain(written);
      expect(text.paragraphs[paragraph]?.text).toContain(sentence);
      expect(text.paragraphs[paragraph]?.anchor).toBe(anchor);
    }
  }
});

test('lost signs are proved or left open, and figures that lost a point are doubtful', () => {
  const figures = figuresOf('140600/2024');
  const shown = (written: string) => figures.find((figure) => figure.written === written);
  expect(shown('5423777项')).toMatchObject({ state: 'doubtful', check: { state: 'proved', reading: '54.23% 777项' } });
  expect(shown('99')).toMatchObject({ state: 'doubtful', check: { state: 'proved', reading: '99%' } });
  expect(shown('14327')).toMatchObject({ state: 'doubtful', check: null });
  expect([shown('2983项')?.state, shown('2517项')?.state]).toEqual(['doubtful', 'doubtful']);
  expect(shown('24315万元')?.state).toBe('doubtful');
});

test('what the reports’ own figures say of one another', () => {
  const said = reports.flatMap(({ id, text }) =>
    reportFigures(text, () => []).flatMap(({ written, check }) =>
      check ? [`${id} ${written} ${check.state} ${check.working}`] : [],
    ),
  );
  expect(said.sort()).toEqual([
    '140404/2024 11件 agrees 9+2=11',
    '140404/2024 227% agrees 7500÷3300=227.273%',
    '140404/2024 40件 agrees 38+2=40',
    '140600/2024 5423777项 proved 2983÷（2983+2517）=54.236%',
    '140600/2024 99 proved 2473÷2498=98.999%',
    '341824/2023 23件 agrees 3+2+18=23',
    '341824/2023 32件 agrees 1+1+13+7+9+1=32',
    '341824/2023 3326项 agrees 244+2685+140+257=3326',
    '341824/2023 8.69% agrees-cut 2÷23=8.696%',
    '341824/2023 99.27% agrees 1913÷1927=99.273%',
  ]);
});
