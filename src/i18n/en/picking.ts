import type { picking as chinese } from '../zh-hans/picking.ts';

/** Choosing a report, in English. */
export const picking = {
  loading: 'Loading…',
  addressExample: 'For example: 140404/2024',
  pasteAddress: 'Please paste the address of a report in this archive, or enter a number such as 140404/2024.',
  orPasteAddress: 'Or paste a report’s address or number',
  pleaseChoose: 'Please choose',
  select: 'Select',
  regionsNotLoaded: 'The list of regions could not be loaded; you can paste a report’s address below.',
  province: 'Province',
  regionsBelow: 'Places below',
  ownReports: 'Reports of this region',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
