import { type SvgElement, svg } from './svg-element.ts';
import { scaleEnd } from './year-chart.ts';

/** One report's value: a dot, and what it leads to. */
export interface StripValue {
  readonly value: number;
  /** Whose it is and as it is written: 长治市 上党区 40件. */
  readonly label: string;
  /** Where its sentence stands on the page. */
  readonly href: string;
}

/** So narrow that its letters can be read on a phone. */
const width = 360;
const side = 12;
const axis = 34;
/** Pixels that a dot takes; dots of one such column stand on one another. */
const dot = 7;
const mostInColumn = 24;

/** Digits grouped by threes. */
const grouped = (value: number): string => value.toLocaleString('en');

/**
 * Values along one line from 0 to a round end, a dot each, those alike on one another: what is written in how many
 * reports, with no order of places and no mean. Each dot leads to its sentence in the table beside it, which carries the
 * figures; whoever shows it names it. Null for fewer than three values, which show no distribution.
 */
export function valueStrip(values: readonly StripValue[], unit: string): SvgElement | null {
  if (values.length < 3) return null;
  const end = scaleEnd(Math.max(...values.map(({ value }) => value)));
  const inner = width - 2 * side;
  const columns = Map.groupBy(values, ({ value }) => Math.round(((value / end) * inner) / dot));
  const highest = Math.min(mostInColumn, Math.max(...[...columns.values()].map(({ length }) => length)));
  const base = highest * dot + dot;
  const dots = [...columns]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, stacked]) =>
      stacked.map(({ label, href }, at) => {
        // A column that would grow too high is pressed together, so that no dot is left out.
        const step = stacked.length > mostInColumn ? (mostInColumn * dot) / stacked.length : dot;
        const cy = Math.round((base - dot / 2 - at * step) * 10) / 10;
        return svg('a', { href, 'aria-label': label }, [svg('circle', { cx: side + column * dot, cy, r: 3.2 })]);
      }),
    );
  const tick = (part: number): SvgElement =>
    svg(
      'text',
      { x: side + part * inner, y: base + 22, 'text-anchor': part === 0 ? 'start' : part === 1 ? 'end' : 'middle' },
      [`${grouped(part * end)}${unit}`],
    );
  const height = base + axis;
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'strip', role: 'group' }, [
    svg('path', { d: `M${side} ${base}H${width - side}` }),
    ...[0, 0.5, 1].map(tick),
    ...dots,
  ]);
}
