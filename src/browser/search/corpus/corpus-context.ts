import type { Saying } from '../../../i18n/saying.ts';
import type { Filters } from '../../../search/filters.ts';
import type { PhraseEngine } from '../exact/engine.ts';
import type { CorpusState } from './corpus-state.ts';

/** How far a reading has come. */
export interface CorpusReading {
  readonly read: number;
  readonly candidates: number;
}

/** Says how far a reading has come, and offers to stop it. */
export interface CorpusProgress {
  readonly element: HTMLElement;
  readonly show: (reading: CorpusReading) => void;
  /** Fulfilled once it is stopped. */
  readonly stopped: Promise<null>;
}

/** What a reader may change from a tool: its settings, the query, or what the search is confined to. */
export type CorpusChanges = Partial<CorpusState> & {
  readonly q?: string;
  readonly year?: readonly string[];
  readonly region?: readonly string[];
};

/** A literal answer as its tools see it. */
export interface CorpusContext {
  readonly engine: Pick<PhraseEngine, 'corpus' | 'textBytes'>;
  readonly query: string;
  readonly state: CorpusState;
  readonly filters: Filters;
  /** What the search is confined to, in words. */
  readonly scope: readonly (Saying | string)[];
  readonly total: {
    readonly searched: number;
    readonly characters: number;
    readonly reports: number;
    readonly occurrences: number;
  };
  /** Ids of the reports found, and of all that were searched. */
  readonly found: readonly string[];
  readonly searched: readonly string[];
  /** Years and provinces of the scope that can be set against the others, newest year first. */
  readonly years: readonly string[];
  readonly provinces: readonly string[];
  /** A province, a level or a kind of issuer as readers are told it. */
  readonly nameOf: (value: string) => Saying | string;
  readonly archiveVersion: string;
  readonly isCurrent: () => boolean;
  readonly change: (changes: CorpusChanges) => void;
  readonly progress: (say: (reading: CorpusReading) => Text, stopWord: Text) => CorpusProgress;
}
