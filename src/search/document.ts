import type { IssuerKind } from '../archive/issuer.ts';
import type { Level } from '../archive/region.ts';
import type { Role } from '../archive/section.ts';

/** One paragraph of a report as the search sees it: a heading, a paragraph, a table cell, a footnote. */
export interface SearchParagraph {
  /** Where it stands on the report's page, without `#`: `p-` and the hash of its folded text. */
  readonly anchor: string;
  /** The characters as a reader sees them. */
  readonly text: string;
  /** The part the rules require to which it belongs; null outside all of them. */
  readonly role: Role | null;
  /** Text of the nearest section heading above it (or its own, for a heading); null before the first. */
  readonly heading: string | null;
}

/** One report as the search sees it. */
export interface SearchDocument {
  /** The report's id, `140404/2024`. */
  readonly id: string;
  /** Code of the region, `140404` or `370304x01`. */
  readonly region: string;
  /** The year reported on. */
  readonly year: number;
  readonly level: Level;
  readonly issuerKind: IssuerKind;
  /** The department's stable ASCII name, `party`, or null. */
  readonly slug: string | null;
  /** What the report itself says, in order; searched paragraph by paragraph. */
  readonly paragraphs: readonly SearchParagraph[];
  /** The title where the text itself has one, searched as a paragraph before all others; null when derived. */
  readonly title: string | null;
  /** Names of the regions from the province down; empty for the State. Shown, never searched. */
  readonly path: readonly string[];
}
