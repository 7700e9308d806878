import type { SvgElement } from '../../charts/svg-element.ts';

/** Makes a chart's tree real. */
export function svgNode({ tag, attributes, children }: SvgElement): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children.map((child) => (typeof child === 'string' ? child : svgNode(child))));
  return node;
}
