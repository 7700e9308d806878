import type { ReleasedText } from './release-list.ts';

/** What is said of a release in its `release.json`. */
export interface ReleaseHead {
  /** 1 for the first, one more for each that follows. */
  readonly number: number;
  /** ISO text. */
  readonly day: string;
  /** Reports, texts with the superseded ones, captures. */
  readonly reports: number;
  readonly texts: number;
  readonly captures: number;
  /** SHA-256 of the `SHA256SUMS` of the release before, so that each vouches for all before it; null for the first. */
  readonly previous: string | null;
}

/** A release as it stands in the content folder. */
export interface Release extends ReleaseHead {
  readonly list: readonly ReleasedText[];
  /** Names of the files that it consists of, signatures among them. */
  readonly files: readonly string[];
}

/** The files of a release that its making writes. */
export const releaseFileNames = ['release.json', 'reports.csv', 'changes.csv', 'SHA256SUMS'] as const;

/** The text of `release.json`. */
export const releaseHeadText = (head: ReleaseHead): string => `${JSON.stringify(head, null, 1)}\n`;
