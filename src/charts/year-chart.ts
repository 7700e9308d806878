import { type SvgElement, svg } from './svg-element.ts';

/** One phrase's values by year; null where no report of that year was searched, which is a gap, never a zero. */
export interface YearSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

const width = 400;
const height = 236;
const margin = { top: 16, right: 20, bottom: 48, left: 48 };

/** A round number at or above the largest value, at which the scale ends: 1, 2 or 5 times a power of ten. */
export function scaleEnd(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 5, 10].find((step) => step * power >= largest) ?? 10) * power;
}

const shapes: readonly ((x: number, y: number) => SvgElement)[] = [
  (x, y) => svg('circle', { cx: x, cy: y, r: 4 }),
  (x, y) => svg('rect', { x: x - 4, y: y - 4, width: 8, height: 8 }),
  (x, y) => svg('path', { d: `M${x} ${y - 5}l5 9h-10z` }),
  (x, y) => svg('path', { d: `M${x} ${y - 5}l5 5l-5 5l-5-5z` }),
  (x, y) => svg('path', { d: `M${x - 5} ${y - 4}h10l-5 9z` }),
];

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Points of a series that follow one another without a gap, as the data of one path. */
function lineData(points: readonly ({ x: number; y: number } | null)[]): string {
  return points.map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('');
}

/** So many reports a year's values rest on, under its tick. */
export type YearCounts = readonly number[];

/**
 * Values by year as lines, up to five, told apart by shape and dash as well as by class (`s0` … `s4`); readable
 * without colour. The table beside it carries the figures; whoever shows it names it
 * for those who cannot see it.
 */
export function yearChart(
  years: readonly number[],
  series: readonly YearSeries[],
  unit: string,
  counts: YearCounts = [],
): SvgElement {
  const end = scaleEnd(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const x = (at: number): number =>
    rounded(margin.left + (years.length === 1 ? 0.5 : at / (years.length - 1)) * inner.width);
  const y = (value: number): number => rounded(margin.top + (1 - value / end) * inner.height);
  const grid = [0, 0.5, 1].map((part) =>
    svg('g', { class: 'grid' }, [
      svg('path', { d: `M${margin.left} ${y(part * end)}H${width - margin.right}` }),
      svg('text', { x: margin.left - 8, y: y(part * end) + 4, 'text-anchor': 'end' }, [
        `${rounded(part * end)}${unit}`,
      ]),
    ]),
  );
  const every = Math.ceil(years.length / 7);
  const ticks = years.flatMap((year, at) =>
    at % every === 0
      ? [
          svg('text', { x: x(at), y: height - 26, 'text-anchor': 'middle' }, [String(year)]),
          ...(counts[at] === undefined
            ? []
            : [svg('text', { x: x(at), y: height - 10, 'text-anchor': 'middle', class: 'n' }, [`n=${counts[at]}`])]),
        ]
      : [],
  );
  const lines = series.map(({ label, values }, number) => {
    const points = values.map((value, at) => (value === null ? null : { x: x(at), y: y(value) }));
    const marks = points.flatMap((point) => (point ? [shapes[number % shapes.length]?.(point.x, point.y) ?? ''] : []));
    return svg('g', { class: `s${number}` }, [
      svg('title', {}, [label]),
      svg('path', { class: 'line', d: lineData(points) }),
      ...marks,
    ]);
  });
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' }, [...grid, ...ticks, ...lines]);
}
