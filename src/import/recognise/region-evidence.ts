import type { Basis } from '../../archive/basis.ts';
import type { Region } from '../../archive/region.ts';

/** Where region names may stand on a page, the surest first. */
export interface RegionEvidence {
  readonly title: string | null;
  readonly signature: readonly string[];
  /** The text's paragraphs, cleaned. */
  readonly text: readonly string[];
  /** Values of the page's fields that name an office, a medium or a site, and the page's chrome. */
  readonly offices: readonly string[];
  readonly chrome: readonly string[];
  /** Address and file name. */
  readonly path: readonly string[];
}

/** The region found, or why not: several units of one name, or one that was not in force in the year. */
export interface FoundRegion {
  readonly unit: Region | null;
  readonly basis: Basis;
  readonly candidates: readonly Region[];
  /** A township, sub-district or development zone below `unit` that has no code. */
  readonly below: { readonly name: string; readonly kind: 'township' | 'zone' } | null;
  readonly doubt: 'none' | 'ambiguous' | 'not-in-force' | 'unknown' | 'weak';
}

/** Nothing found yet. */
export const noRegion: FoundRegion = { unit: null, basis: 'inferred', candidates: [], below: null, doubt: 'unknown' };
