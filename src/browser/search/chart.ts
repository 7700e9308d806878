import { stateCode } from '../../archive/region-code.ts';
import { type YearSeries, yearChart } from '../../charts/year-chart.ts';
import { madeElement } from '../page/made-element.ts';
import { svgNode } from '../page/svg-node.ts';
import type { PhraseTally, Tally } from './tally.ts';
import { said, saidAs } from './words.ts';

/** A phrase of the chart with its counts. */
export interface ChartedPhrase {
  readonly phrase: string;
  readonly tally: PhraseTally;
}

const percent = (tally: Tally | undefined): number | null =>
  tally && tally.searched > 0 ? (100 * tally.reports) / tally.searched : null;
const perTenThousand = (tally: Tally | undefined): number | null =>
  tally && tally.characters > 0 ? (10_000 * tally.occurrences) / tally.characters : null;

function cell(tally: Tally | undefined): Text {
  if (!tally) return said('noReports');
  return said('chartCell', {
    reports: String(tally.reports),
    total: String(tally.searched),
    occurrences: String(tally.occurrences),
    share: (perTenThousand(tally) ?? 0).toFixed(2),
  });
}

/** What names a chart or a table: a message. */
type Caption = 'tableByYear' | 'tableByProvince';
type ChartCaption = 'chartShare' | 'chartRate';

/** In one sentence, how many of the reports hold a phrase, and in which year the largest part of them. */
function sentence({ phrase, tally }: ChartedPhrase): HTMLElement {
  const { reports, searched } = tally.total;
  const [peak, next] = [...tally.byYear].sort(([, a], [, b]) => (percent(b) ?? 0) - (percent(a) ?? 0));
  const whole = { phrase, reports, total: searched };
  // Of years with one and the same share none is the largest.
  if (!peak || !next || percent(peak[1]) === percent(next[1]))
    return madeElement('p', {}, said('chartSentence', whole));
  const [year, { reports: most, searched: all }] = peak;
  return madeElement('p', {}, said('chartSentencePeak', { ...whole, year: String(year), count: most, limit: all }));
}

function table(
  caption: Caption,
  head: 'year' | 'region',
  rows: readonly (readonly [string | Text, readonly Text[]])[],
  phrases: readonly string[],
): HTMLTableElement {
  const headings = [said(head), ...phrases].map((name) => madeElement('th', { scope: 'col' }, name));
  const body = rows.map(([name, cells]) =>
    madeElement(
      'tr',
      {},
      madeElement('th', { scope: 'row' }, name),
      ...cells.map((figures) => madeElement('td', {}, figures)),
    ),
  );
  return madeElement(
    'table',
    {},
    madeElement('caption', {}, said(caption)),
    madeElement('thead', {}, madeElement('tr', {}, ...headings)),
    madeElement('tbody', {}, ...body),
  );
}

const scrolled = (caption: Caption, child: HTMLElement): HTMLElement => {
  const frame = madeElement('div', { className: 'table', tabIndex: 0 }, child);
  frame.setAttribute('role', 'region');
  saidAs(frame, 'aria-label', caption);
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
  const names = phrases.map((phrase) => `“${phrase}”`).join('');
  // What was searched is the same for every phrase.
  const counts = years.map((year) => charted[0]?.tally.byYear.get(year)?.searched ?? 0);
  const figure = (
    caption: ChartCaption,
    value: (tally: Tally | undefined) => number | null,
    unit: string,
  ): HTMLElement => {
    const drawing = svgNode(yearChart(years, series(value), unit, counts));
    saidAs(drawing, 'aria-label', caption, { names });
    return madeElement('figure', {}, madeElement('figcaption', {}, said(caption, { names })), drawing);
  };
  const legend = madeElement(
    'ul',
    { className: 'legend plain' },
    ...phrases.map((phrase, at) => madeElement('li', { className: `s${at}`, textContent: phrase })),
  );
  const codes = [...new Set(charted.flatMap(({ tally }) => [...tally.byProvince.keys()]))].sort();
  const byYear = table(
    'tableByYear',
    'year',
    years.map((year) => [String(year), charted.map(({ tally }) => cell(tally.byYear.get(year)))]),
    phrases,
  );
  const byProvince = table(
    'tableByProvince',
    'region',
    codes.map((code) => [
      provinceNames.get(code) ?? (code === stateCode ? said('national') : code),
      charted.map(({ tally }) => cell(tally.byProvince.get(code))),
    ]),
    phrases,
  );
  return [
    ...charted.map(sentence),
    legend,
    madeElement(
      'div',
      { className: 'charts' },
      figure('chartShare', percent, '%'),
      figure('chartRate', perTenThousand, ''),
    ),
    madeElement(
      'details',
      {},
      madeElement('summary', {}, said('asTable')),
      scrolled('tableByYear', byYear),
      scrolled('tableByProvince', byProvince),
    ),
  ];
}
