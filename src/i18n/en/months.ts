import type { months as chinese } from '../zh-hans/months.ts';

/** The months, in English. */
export const months = {
  january: 'January',
  february: 'February',
  march: 'March',
  april: 'April',
  may: 'May',
  june: 'June',
  july: 'July',
  august: 'August',
  september: 'September',
  october: 'October',
  november: 'November',
  december: 'December',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
