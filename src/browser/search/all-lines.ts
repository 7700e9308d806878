import { compareText } from '../../text/order.ts';
import type { PhraseEngine, ReportLines } from './exact/engine.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';

type Found = PhraseTally['found'][number];

/** A report that was found, with all its lines. */
export interface FoundLines extends ReportLines {
  readonly found: Found;
}

/** What came of reading many reports. */
export interface AllLines {
  /** In the order in which the reports were given, without those that were not read. */
  readonly read: readonly FoundLines[];
  /** Whether it was stopped before all were read. */
  readonly isStopped: boolean;
}

/** What is shown while reading, and stops it. */
export interface LineProgress {
  readonly show: (reading: { readonly read: number; readonly candidates: number }) => void;
  readonly stopped: Promise<null>;
}

/** Reports of one question to the engine, and questions at a time: so that requests never wait for an answer. */
const batchSize = 32;
const batchesAtOnce = 2;

/**
 * Reads the lines of all reports found: neighbours by id together, since their texts lie side by side, some requests at
 * a time, until all are read or the reader stops. Rejects where one cannot be read.
 */
export async function allLines(
  engine: Pick<PhraseEngine, 'linesOf'>,
  { q, role, context }: Pick<SearchState, 'q' | 'role' | 'context'>,
  all: readonly Found[],
  progress: LineProgress,
): Promise<AllLines> {
  const byId = all.toSorted((a, b) => compareText(a.facts.id, b.facts.id));
  const read = new Map<string, ReportLines>();
  let next = 0;
  let isStopped = false;
  progress.show({ read: 0, candidates: all.length });
  const readOn = async (): Promise<void> => {
    while (!isStopped && next < byId.length) {
      const ids = byId.slice(next, next + batchSize).map(({ facts }) => facts.id);
      next += ids.length;
      const answers = await engine.linesOf(q, role, ids, context);
      if (isStopped) return;
      for (const [at, id] of ids.entries()) {
        const answer = answers[at];
        if (answer) read.set(id, answer);
      }
      progress.show({ read: read.size, candidates: all.length });
    }
  };
  const stopped = progress.stopped.then(() => {
    isStopped = read.size < all.length;
  });
  await Promise.race([Promise.all(Array.from({ length: batchesAtOnce }, readOn)), stopped]);
  return {
    read: all.flatMap((found) => {
      const lines = read.get(found.facts.id);
      return lines ? [{ ...lines, found }] : [];
    }),
    isStopped,
  };
}
