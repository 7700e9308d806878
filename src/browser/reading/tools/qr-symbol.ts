import encodeQR from 'qr';
import { type SvgElement, svg } from '../../../charts/svg-element.ts';

/** Modules of white around the symbol (ISO/IEC 18004: four). */
const quiet = 4;

/**
 * A text, such as an address, as a QR code that corrects 15 % of damage. Whoever
 * shows it names it for those who do not see it. Dark on light whatever the page's colours are: many readers of such codes know nothing else.
 */
export function qrSymbol(text: string): SvgElement {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return svg(
    'svg',
    {
      viewBox: `0 0 ${modules.length} ${modules.length}`,
      role: 'img',
      class: 'qr',
      'shape-rendering': 'crispEdges',
    },
    [
      svg('rect', { width: modules.length, height: modules.length, fill: '#fff' }),
      svg('path', { d: path, fill: '#000' }),
    ],
  );
}
