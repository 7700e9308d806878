import type { served as chinese } from '../zh-hans/served.ts';

/** What is said of a report that cannot be had, in English. */
export const served = {
  reportNotLoaded: 'The report could not be loaded. Check the network and try again.',
  reportWithdrawn: 'The report with the number {code} was withdrawn; its address says when and why.',
  noSuchReport: 'The archive holds no report with the number {code}.',
  noReportHere: 'There is no report on this page.',
  reportNotLoadedAgain: 'The report could not be loaded. Try again.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
