import type { SearchSource } from '../indexing/build-search-index.ts';
import type { Manifest } from '../indexing/manifest.ts';
import { NotPurged, type PurgingPlatform, purgedSegment } from './purged-segment.ts';

/** Of fewer reports an index is sooner written anew, which leaves it smaller too. */
const fewestReports = 2000;

/** So many reports that go at once are not worth it either. */
const mostWithdrawn = 40;

/**
 * What an earlier build left, its base without the texts that were taken out of the archive or had names taken out of
 * them: the index then holds nothing of them, and need not be built anew. The same where there are none, and where
 * building anew is less work or the only way. Old files stay; `fewest` are the reports from which on it is done.
 */
export async function withoutWithdrawn(
  previous: Manifest,
  sources: readonly Pick<SearchSource, 'id' | 'redactions'>[],
  platform: PurgingPlatform,
  fewest = fewestReports,
): Promise<Manifest> {
  const { base } = previous;
  const redactions = new Map(sources.map((source) => [source.id, source.redactions]));
  const gone = new Set(
    base.reports.flatMap((report, number) =>
      report.id !== '' && redactions.get(report.id) !== report.redactions ? [number] : [],
    ),
  );
  if (gone.size === 0 || gone.size > mostWithdrawn || base.reports.length < fewest) return previous;
  try {
    return { ...previous, base: await purgedSegment(base, gone, platform) };
  } catch (error) {
    if (!(error instanceof NotPurged)) throw error;
    return previous;
  }
}
