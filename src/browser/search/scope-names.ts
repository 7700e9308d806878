import { stateCode } from '../../archive/region-code.ts';
import { issuerKindKeys, levelKeys, roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import type { KnownValues } from './filters.ts';
import type { SearchState } from './state.ts';

/** A region as readers are told it; its bare code where no name is at hand. */
export function regionLabel(code: string, { provinces, regions }: KnownValues): Saying | string {
  if (code === stateCode) return saying('wholeCountry');
  return regions.get(code) ?? provinces.get(code) ?? code;
}

/** The filters of a state in words. */
export function scopeNames(
  { year, region, level, issuer, role }: Pick<SearchState, 'year' | 'region' | 'level' | 'issuer' | 'role'>,
  known: KnownValues,
): (Saying | string)[] {
  return [
    ...year.map((span) => saying('spanName', { span })),
    ...region.map((code) => regionLabel(code, known)),
    ...level.map((value) => saying(levelKeys[value])),
    ...issuer.map((value) => saying(issuerKindKeys[value])),
    ...role.map((value) => saying(roleKeys[value])),
  ];
}
