import type { CoverageState } from '../../archive/coverage.ts';

/** What stands in a table's cell for each state; null where nothing is said: the cell is empty, or has a dash. */
export const coverageSigns = {
  held: 'heldSign',
  known: 'knownSign',
  'not-found': 'notFound',
  withdrawn: 'withdrawnSign',
  unsought: null,
  'no-unit': null,
} as const satisfies Record<CoverageState, string | null>;
