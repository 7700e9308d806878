import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionTree } from '../../archive/region-tree.ts';
import { ExpectedFailure } from '../../host/expected-failure.ts';
import { type FileSums, fileSums, sumsText } from '../../releases/file-sums.ts';
import { type ReleaseHead, releaseHeadText } from '../../releases/release.ts';
import { type ReleaseChange, releaseChanges, releaseChangesText } from '../../releases/release-changes.ts';
import { type ReleasedText, releaseListText } from '../../releases/release-list.ts';
import { soundReport } from '../report-store.ts';
import { contentSums } from './content-sums.ts';
import { releasesFolder, soundReleases } from './release-files.ts';

const sumOf = (text: string): string => hash('sha256', text, 'hex');

function textsOf(content: string, sums: FileSums, tree: RegionTree): ReleasedText[] {
  return [...sums].flatMap(([path, sha256]) => {
    const [, id = '', superseded] = /^reports\/\d{2}\/(.+?)(?:\.v(\d+))?\.md$/.exec(path) ?? [];
    if (id === '') return [];
    const { report } = soundReport(content, path);
    const version = superseded === undefined ? (report.versions.at(-1)?.version ?? 0) + 1 : Number(superseded);
    const level = tree.region(report.region, report.year)?.level ?? 'county';
    return [{ id, version, level, issuerKind: report.issuerKind, sha256 }];
  });
}

/** A release that has been made. */
export interface MadeRelease {
  readonly head: ReleaseHead;
  readonly changes: readonly ReleaseChange[];
}

/**
 * Makes a release of a sound content folder: its files in `releases/<number>`, whole or not at all, none of an earlier
 * one touched. The same content and day give the same bytes. Null, with nothing written, where no file of the content
 * is another than in the newest release. Throws `ExpectedFailure` where an earlier release is damaged or is of a later day.
 */
export function makeRelease(content: string, tree: RegionTree, day: string): MadeRelease | null {
  const before = soundReleases(content).at(-1);
  const folder = join(content, releasesFolder);
  const oldSums = before ? readFileSync(join(folder, String(before.number), 'SHA256SUMS'), 'utf8') : null;
  const sums = contentSums(content);
  if (oldSums !== null) {
    const then = [...fileSums(oldSums)].filter(([path]) => !path.startsWith(`${releasesFolder}/`));
    if (then.length === sums.size && then.every(([path, sum]) => sums.get(path) === sum)) return null;
  }
  if (before && day < before.day)
    throw new ExpectedFailure(
      `第 ${before.number} 号发布版的日期是 ${before.day}，新的一号不能早于它，现为 ${day}；用 --day 写明日期`,
    );
  const list = textsOf(content, sums, tree);
  const changes = releaseChanges(before?.list ?? [], list);
  const head: ReleaseHead = {
    number: (before?.number ?? 0) + 1,
    day,
    reports: new Set(list.map(({ id }) => id)).size,
    texts: list.length,
    captures: [...sums.keys()].filter((path) => path.startsWith('sources/')).length,
    previous: oldSums === null ? null : sumOf(oldSums),
  };
  const own = `${releasesFolder}/${head.number}`;
  const files = new Map([
    ['release.json', releaseHeadText(head)],
    ['reports.csv', releaseListText(list)],
    ['changes.csv', releaseChangesText(changes)],
  ]);
  const all: FileSums = new Map([
    ...sums,
    ...[...files].map(([name, text]) => [`${own}/${name}`, sumOf(text)] as const),
    ...(before && oldSums !== null ? [[`${releasesFolder}/${before.number}/SHA256SUMS`, sumOf(oldSums)] as const] : []),
  ]);
  files.set('SHA256SUMS', sumsText(all));
  const making = join(folder, `.${head.number}.making`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(making, name), text);
  renameSync(making, join(folder, String(head.number)));
  return { head, changes };
}
