import { issuerKinds } from '../archive/issuer.ts';
import { levels } from '../archive/region.ts';
import { roles } from '../archive/section.ts';
import { type Saying, saying } from '../i18n/saying.ts';
import { type Filters, yearRange } from './filters.ts';

/** Something that was asked for and cannot be read: it is said, never passed over. */
export interface UnreadPart {
  /** Under which name it stood. */
  readonly name: string;
  readonly given: string;
  /** What stood there, and what may stand there. */
  readonly said: Saying;
}

/** What confines a search, as text under the names of the search page's address. */
export type ScopeTexts = Readonly<Record<ScopeName, readonly string[]>>;

export const scopeNames = ['year', 'region', 'level', 'issuer', 'role'] as const;
export type ScopeName = (typeof scopeNames)[number];

const regionCode = /^\d{6}(?:x\d{2})?$/;

/** The members of a vocabulary among texts, each once, in the vocabulary's order. */
const members = <Value extends string>(allowed: readonly Value[], given: readonly string[]): Value[] =>
  allowed.filter((value) => given.includes(value));

/** The filters that texts name, each value once; what cannot be read is left to `unreadScope`. */
export function scopeFilters({ year, region, level, issuer, role }: ScopeTexts): Filters {
  return {
    years: [...new Set(year)].flatMap((text) => {
      const range = yearRange(text);
      return range ? [range] : [];
    }),
    regions: [...new Set(region)].filter((code) => regionCode.test(code)),
    levels: members(levels, level),
    issuerKinds: members(issuerKinds, issuer),
    roles: members(roles, role),
  };
}

/** A text as it is shown in a sentence: cut where it is long. */
export const shownText = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);

/** A value outside a vocabulary. */
export function unreadMember(name: string, given: string, allowed: readonly string[]): UnreadPart {
  const said = saying('scopeValue', { name, text: shownText(given), names: allowed.join(' ') });
  return { name, given, said };
}

/** A region code that the register of regions does not have. */
export function unknownRegion(given: string): UnreadPart {
  return { name: 'region', given, said: saying('scopeRegionUnknown', { text: shownText(given) }) };
}

const vocabularies = { level: levels, issuer: issuerKinds, role: roles } as const;

function unreadText(name: ScopeName, given: string): UnreadPart[] {
  if (name === 'year')
    return yearRange(given) ? [] : [{ name, given, said: saying('scopeYear', { text: shownText(given) }) }];
  if (name === 'region')
    return regionCode.test(given) ? [] : [{ name, given, said: saying('scopeRegion', { text: shownText(given) }) }];
  const allowed: readonly string[] = vocabularies[name];
  return allowed.includes(given) ? [] : [unreadMember(name, given, allowed)];
}

/** What of a scope's texts cannot be read, in their order. Whether a region of that code exists is not looked at. */
export function unreadScope(texts: ScopeTexts): UnreadPart[] {
  return scopeNames.flatMap((name) => texts[name].flatMap((given) => unreadText(name, given)));
}
