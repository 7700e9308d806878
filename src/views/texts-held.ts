import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { ReleasedText } from '../releases/release-list.ts';

/** The texts in force now, as a release would list them, but for the digests, of which only the beginning is known. */
export const textsHeld = ({ reports, tree }: Pick<ArchiveIndex, 'reports' | 'tree'>): ReleasedText[] =>
  reports.map(({ id, region, year, issuerKind, digest, replaced }) => ({
    ...{ id, issuerKind, sha256: digest },
    version: (replaced.at(-1)?.version ?? 0) + 1,
    level: tree.region(region, year)?.level ?? 'county',
  }));
