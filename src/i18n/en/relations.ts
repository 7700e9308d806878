import type { relations as chinese } from '../zh-hans/relations.ts';

/** What related reports are to one another, in English. */
export const relations = {
  previousYear: 'Previous year: ',
  nextYear: 'Next year: ',
  placeYear: '{place}, {year}: ',
  earlierYear: 'Before, {year}: ',
  laterYear: 'After, {year}: ',
  previousYearNamed: 'Previous year (as {place}): ',
  nextYearNamed: 'Next year (as {place}): ',
  earlierYearNamed: 'Before, {year} (as {place}): ',
  laterYearNamed: 'After, {year} (as {place}): ',
  related: 'Related reports',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
