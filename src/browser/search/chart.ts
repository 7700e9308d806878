import { type YearSeries, yearChart } from '../../charts/year-chart.ts';
import { madeElement } from '../page/made-element.ts';
import { svgNode } from '../page/svg-node.ts';
import type { PhraseTally, Tally } from './tally.ts';

/** A phrase of the chart with its counts. */
export interface ChartedPhrase {
  readonly phrase: string;
  readonly tally: PhraseTally;
}

const percent = (tally: Tally | undefined): number | null =>
  tally && tally.searched > 0 ? (100 * tally.reports) / tally.searched : null;
const perTenThousand = (tally: Tally | undefined): number | null =>
  tally && tally.characters > 0 ? (10_000 * tally.occurrences) / tally.characters : null;

const cell = (tally: Tally | undefined): string =>
  tally
    ? `${tally.reports}/${tally.searched} 份，${tally.occurrences} 次，每万字 ${(perTenThousand(tally) ?? 0).toFixed(2)}`
    : '没有报告';

function table(
  caption: string,
  head: string,
  rows: readonly (readonly [string, readonly string[]])[],
  phrases: readonly string[],
): HTMLTableElement {
  const headings = [head, ...phrases].map((textContent) => madeElement('th', { scope: 'col', textContent }));
  const body = rows.map(([name, cells]) =>
    madeElement(
      'tr',
      {},
      madeElement('th', { scope: 'row', textContent: name }),
      ...cells.map((textContent) => madeElement('td', { textContent })),
    ),
  );
  return madeElement(
    'table',
    {},
    madeElement('caption', { textContent: caption }),
    madeElement('thead', {}, madeElement('tr', {}, ...headings)),
    madeElement('tbody', {}, ...body),
  );
}

const scrolled = (child: HTMLElement): HTMLElement => {
  const frame = madeElement('div', { className: 'table', tabIndex: 0 }, child);
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', child.querySelector('caption')?.textContent ?? '');
  return frame;
};

/**
 * One to five phrases by year as two charts (share of the reports searched that hold it; occurrences per 10,000
 * characters searched), and all figures with their denominators as tables by year and by province.
 */
export function phraseCharts(
  charted: readonly ChartedPhrase[],
  provinceNames: ReadonlyMap<string, string>,
): HTMLElement[] {
  const phrases = charted.map(({ phrase }) => phrase);
  const known = new Set(charted.flatMap(({ tally }) => [...tally.byYear.keys()]));
  if (known.size === 0) return [];
  const first = Math.min(...known);
  const years = Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at);
  const series = (value: (tally: Tally | undefined) => number | null): YearSeries[] =>
    charted.map(({ phrase, tally }) => ({ label: phrase, values: years.map((year) => value(tally.byYear.get(year))) }));
  const figure = (caption: string, value: (tally: Tally | undefined) => number | null, unit: string): HTMLElement =>
    madeElement(
      'figure',
      {},
      madeElement('figcaption', { textContent: caption }),
      svgNode(yearChart(caption, years, series(value), unit)),
    );
  const legend = madeElement(
    'ul',
    { className: 'legend plain' },
    ...phrases.map((phrase, at) => madeElement('li', { className: `s${at}`, textContent: phrase })),
  );
  const codes = [...new Set(charted.flatMap(({ tally }) => [...tally.byProvince.keys()]))].sort();
  const byYear = table(
    '按年度：出现于几份/检索了几份，出现次数，每万字次数',
    '年度',
    years.map((year) => [String(year), charted.map(({ tally }) => cell(tally.byYear.get(year)))]),
    phrases,
  );
  const byProvince = table(
    '按省级地区：出现于几份/检索了几份，出现次数，每万字次数',
    '地区',
    codes.map((code) => [
      provinceNames.get(code) ?? code,
      charted.map(({ tally }) => cell(tally.byProvince.get(code))),
    ]),
    phrases,
  );
  return [
    legend,
    madeElement(
      'div',
      { className: 'charts' },
      figure('出现于百分之几的报告', percent, '%'),
      figure('每万字出现几次', perTenThousand, ''),
    ),
    madeElement(
      'details',
      {},
      madeElement('summary', { textContent: '以表格显示' }),
      scrolled(byYear),
      scrolled(byProvince),
    ),
  ];
}
