import type { SiteRoutes } from '../../archive/routes.ts';
import type { Role } from '../../archive/section.ts';
import type { Saying } from '../../i18n/saying.ts';
import type { ReadingPlace } from '../page/reading-place.ts';
import type { KnownValues } from './filters.ts';
import type { RankedList } from './ranked-list.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally, Tally } from './tally.ts';

/** Where an answer is shown. */
export interface AnswerPlace {
  /** What was found, as a sentence. */
  readonly status: HTMLElement;
  /** What is going on, or is to be known besides. */
  readonly live: HTMLElement;
  /** What else might be meant, with what to write instead. */
  readonly hints: HTMLElement;
  /** Ways to look at what was found. */
  readonly tabs: HTMLElement;
  readonly charts: HTMLElement;
  readonly tools: HTMLElement;
  readonly results: HTMLElement;
}

/** One search as the page around it hands it to who answers it. */
export interface AskedSearch {
  readonly state: SearchState;
  readonly routes: SiteRoutes;
  readonly known: KnownValues;
  /** The archive's own version, for files that are saved. */
  readonly archiveVersion: string;
  readonly ranked: RankedList;
  readonly place: AnswerPlace;
  /** Where the reader left the results of this very search; null for a search that is new. */
  readonly left: ReadingPlace | null;
  /** Whether no other search has begun since; an answer that comes too late shows nothing. */
  readonly isCurrent: () => boolean;
  /** Searches again with a changed state, and notes it in the history. */
  readonly change: (changes: Partial<SearchState>) => void;
  /**
   * Shows the filters, with what each of their values would give. Without counts by role, `onRolesSeen` is called once
   * these would be seen.
   */
  readonly showFilters: (
    tally: PhraseTally | null,
    roleTallies?: ReadonlyMap<Role, Tally>,
    onRolesSeen?: () => void,
  ) => void;
  /** Marks the page as done, with the totals of a literal search. */
  readonly markDone: (tally?: PhraseTally) => void;
  /** Marks the page as neither done nor at work: the reader stopped it. */
  readonly markStopped: () => void;
  /** Says what went wrong and offers to try again. */
  readonly fail: (why: Saying | string) => void;
}

/** An answer that goes on reading what comes into view, until it is ended. */
export interface ShownAnswer {
  readonly end: () => void;
  /** Where in it the reader is; null where that is not known yet. */
  readonly place: () => ReadingPlace | null;
}
