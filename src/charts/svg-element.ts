/** An SVG element as a tree of plain data, so that charts need no DOM; a browser module makes it real. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
}

/** Builds one element of the tree. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (SvgElement | string)[] = [],
): SvgElement {
  return { tag, attributes, children };
}
