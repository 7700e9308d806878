/** Attributes of a page's elements that readers see or hear, and that are switched like its texts. */
export const namedAttributes: readonly string[] = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'data-side',
  'data-reason',
];
