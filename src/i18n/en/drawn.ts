import type { drawn as chinese } from '../zh-hans/drawn.ts';

/** Words that the site's style sheets draw themselves, in English. */
export const drawn = {
  drawnNote: 'note',
  drawnEqual: 'In both',
  drawnConverted: 'Converted to traditional characters automatically; cite the original.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
