import type { Basis } from '../archive/basis.ts';
import type { CoverageState } from '../archive/coverage.ts';
import type { IssuerKind } from '../archive/issuer.ts';
import type { Level } from '../archive/region.ts';
import type { Role } from '../archive/section.ts';
import type { PlainKey } from './saying.ts';

/** What the kinds of the field are called. */
export const issuerKindKeys = {
  government: 'government',
  'party-and-government': 'partyAndGovernment',
  party: 'party',
  department: 'department',
  township: 'townshipBody',
} as const satisfies Record<IssuerKind, PlainKey>;

/** How readers are told what a value rests on. */
export const basisKeys = {
  title: 'basisTitle',
  text: 'basisText',
  signature: 'basisSignature',
  page: 'basisPage',
  path: 'basisPath',
  inferred: 'basisInferred',
  curator: 'basisCurator',
} as const satisfies Record<Basis, PlainKey>;

export const levelKeys = {
  national: 'national',
  province: 'provinceLevel',
  prefecture: 'prefectureLevel',
  county: 'countyLevel',
  township: 'townshipLevel',
} as const satisfies Record<Level, PlainKey>;

export const roleKeys = {
  achievements: 'achievements',
  shortcomings: 'shortcomings',
  'first-responsible': 'firstResponsible',
  plan: 'nextYearPlan',
  other: 'otherMatters',
  extra: 'extraSection',
} as const satisfies Record<Role, PlainKey>;

/** How readers are told what the archive knows of a unit's report of a year. */
export const coverageKeys = {
  held: 'held',
  known: 'known',
  'not-found': 'notFound',
  withdrawn: 'withdrawn',
  unsought: 'unsought',
  'no-unit': 'noUnit',
} as const satisfies Record<CoverageState, PlainKey>;
