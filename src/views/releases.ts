import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { ReportId } from '../archive/report-id.ts';
import type { Release, ReleaseHead } from '../releases/release.ts';
import { type ReleaseChange, releaseChanges } from '../releases/release-changes.ts';

/** What the page of a release shows. */
export interface ReleaseView extends ReleaseHead {
  readonly files: readonly string[];
  /** How many texts were added, changed, removed since the release before. */
  readonly counts: Readonly<Record<ReleaseChange['change'], number>>;
  /** The first of them, and whether the report has a page today. */
  readonly changes: readonly {
    readonly change: ReleaseChange['change'];
    readonly id: ReportId;
    readonly version: number;
    readonly isHeld: boolean;
  }[];
}

/** So many changes a page shows; the file has all. */
const pageFull = 300;

/** The pages of all releases, newest first. */
export function releaseViews({ report }: Pick<ArchiveIndex, 'report'>, releases: readonly Release[]): ReleaseView[] {
  const views = releases.map(({ list, ...release }, at): ReleaseView => {
    const changes = releaseChanges(releases[at - 1]?.list ?? [], list);
    const count = (kind: string): number => changes.filter(({ change }) => change === kind).length;
    return {
      ...release,
      counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
      changes: changes.slice(0, pageFull).map(({ change, id, version }) => {
        return { change, id, version, isHeld: report(id) !== undefined };
      }),
    };
  });
  return views.reverse();
}
