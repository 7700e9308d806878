import { type Saying, saying } from '../../i18n/saying.ts';

/**
 * Why a search gives no answer: `query` it is malformed; `missing` a file is not there; `damaged` a file is not what
 * was written; `unreachable` the network or the host failed; `foreign` the index is of another version of the archive;
 * `unsupported` the browser lacks what reading takes.
 */
export type FailureKind = 'query' | 'missing' | 'damaged' | 'unreachable' | 'foreign' | 'unsupported';

const sayings: Readonly<Record<FailureKind, (what: string) => Saying>> = {
  query: (what) => saying('queryNothingToSeek', { phrase: what }),
  missing: (what) => saying('indexMissing', { file: what }),
  damaged: (what) => saying('indexDamaged', { file: what }),
  unreachable: (what) => saying('indexUnreachable', { address: what }),
  foreign: () => saying('indexForeign'),
  unsupported: () => saying('indexUnsupported'),
};

/** An answer that cannot be given; `said` says why to readers. Never is a wrong total given instead. */
export class SearchFailure extends Error {
  readonly kind: FailureKind;
  readonly said: Saying;

  /** `what`: the file or address it happened with; for `query`, what is wrong with it. */
  constructor(kind: FailureKind, what: string | Saying) {
    const said = typeof what === 'string' ? sayings[kind](what) : what;
    super(said.key);
    this.name = 'SearchFailure';
    this.kind = kind;
    this.said = said;
  }
}
