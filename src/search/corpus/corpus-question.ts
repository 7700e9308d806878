import type { Filters } from '../filters.ts';
import type { Collocate } from './collocates.ts';
import type { Distribution } from './distribution.ts';
import type { GramLength } from './han-grams.ts';
import type { Counting } from './listed-collocates.ts';
import type { NeighbourSide } from './neighbours.ts';

/** What a phrase's reports may be grouped by. */
export const distributionGroups = ['year', 'province', 'level', 'issuer'] as const;
export type DistributionGroup = (typeof distributionGroups)[number];

/** What is asked of a query's surroundings, in the reports that pass the filters. */
interface Asked {
  readonly query: string;
  readonly filters: Filters;
  /** By which texts are drawn, and resamples. */
  readonly seed: number;
}

/** Of what is found in texts: how many to read, drawn by the seed; null for all. */
interface AskedOfTexts extends Asked {
  readonly texts: number | null;
}

export interface NeighbourQuestion extends AskedOfTexts {
  readonly tool: 'neighbours';
  readonly side: NeighbourSide;
  /** Characters of the strings. */
  readonly length: number;
}

export interface CollocateQuestion extends AskedOfTexts {
  readonly tool: 'collocates';
  /** Characters on each side. */
  readonly window: number;
}

/** Which collocates tell the reports that also pass `against` from the others of the scope. */
export interface KeynessQuestion extends AskedOfTexts {
  readonly tool: 'keyness';
  readonly window: number;
  readonly against: Filters;
}

/** The frequent strings of the scope, whatever the query. */
export interface WordQuestion extends AskedOfTexts {
  readonly tool: 'words';
  readonly length: GramLength | null;
}

export interface DistributionQuestion extends Asked {
  readonly tool: 'distribution';
  readonly by: DistributionGroup;
}

export type TextQuestion = NeighbourQuestion | CollocateQuestion | KeynessQuestion | WordQuestion;
export type CorpusQuestion = TextQuestion | DistributionQuestion;

/** On how much a table rests. */
export interface CorpusBasis {
  /** Reports whose texts were read, of so many that could be. */
  readonly read: number;
  readonly reports: number;
  /** Places of the query in the texts read, and in all of them. */
  readonly places: number;
  readonly occurrences: number;
}

export interface NeighbourRow {
  readonly text: string;
  /** Whether the paragraph ends (before it: begins) there. */
  readonly isCut: boolean;
  readonly occurrences: number;
  readonly reports: number;
  /** Gries' DP over the reports by the query's own places in them. */
  readonly dispersion: number;
}

export interface KeynessRow {
  readonly text: string;
  readonly inside: number;
  readonly outside: number;
  /** Per 10,000 positions in windows. */
  readonly insideRate: number;
  readonly outsideRate: number;
  /** Above 0 where it is more frequent inside. */
  readonly logLikelihood: number;
  readonly logRatio: number | null;
}

export interface WordRow {
  readonly text: string;
  readonly occurrences: number;
  readonly reports: number;
  /** Gries' DP over the scope's reports by their characters. */
  readonly dispersion: number;
  /** Per 10,000 characters, within the scope and outside it; null where there is nothing outside. */
  readonly rate: number;
  readonly outsideRate: number | null;
  readonly logLikelihood: number | null;
  readonly logRatio: number | null;
}

export type CorpusTable =
  | {
      readonly tool: 'neighbours';
      readonly basis: CorpusBasis;
      readonly rows: readonly NeighbourRow[];
      /** Whether rows count all places of the scope, though only some texts were read to find the strings. */
      readonly isExact: boolean;
      /** Places of the query at which none of the strings listed stands; null where strings overlap. */
      readonly rest: number | null;
    }
  | {
      readonly tool: 'collocates';
      readonly basis: CorpusBasis;
      readonly rows: readonly Collocate[];
      /** Whether rows count all places of the scope, though only some texts were read to find the strings. */
      readonly isListed: boolean;
      /** Strings found in the texts read that were then not counted in all places. */
      readonly uncounted: number;
    }
  | {
      readonly tool: 'keyness';
      /** The reports that also pass, and the others. */
      readonly inside: CorpusBasis;
      readonly outside: CorpusBasis;
      readonly rows: readonly KeynessRow[];
    }
  | { readonly tool: 'words'; readonly basis: CorpusBasis; readonly rows: readonly WordRow[] }
  | { readonly tool: 'distribution'; readonly figures: Distribution };

/** A table, or how far its texts are read, and then how many of the strings found are counted in all places. */
export interface CorpusAnswer {
  readonly read: number;
  readonly wanted: number;
  readonly counting: Counting | null;
  readonly table: CorpusTable | null;
}
