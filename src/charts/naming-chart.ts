import { type SvgElement, svg } from './svg-element.ts';

/** A year's reports: those that name something, of those held. */
export interface NamingYear {
  readonly year: number;
  readonly naming: number;
  readonly held: number;
}

const step = 44;
const height = 96;
const bar = 20;

/**
 * A strip of years, oldest first: a dot where any report of the year names it, a line over the years between the first
 * and the last, and under each year the two counts. The table beside it carries the figures.
 */
export function namingChart(years: readonly NamingYear[]): SvgElement {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const x = (at: number): number => step / 2 + at * step;
  const width = Math.max(1, sorted.length) * step;
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'naming', 'aria-hidden': 'true' }, [
    svg('path', { d: `M${x(0)} ${bar}H${x(sorted.length - 1)}` }),
    ...sorted.flatMap(({ year, naming, held }, at) => [
      svg('circle', { cx: x(at), cy: bar, r: naming > 0 ? 6 : 2.5 }),
      svg('text', { x: x(at), y: bar + 30, 'text-anchor': 'middle' }, [String(year)]),
      svg('text', { x: x(at), y: bar + 52, 'text-anchor': 'middle' }, [`${naming}/${held}`]),
    ]),
  ]);
}
