import type { ReportId } from '../archive/report-id.ts';
import { compareText } from '../text/order.ts';
import type { ReleasedText } from './release-list.ts';

/** What became of a text between two releases. */
export interface ReleaseChange {
  readonly change: 'added' | 'changed' | 'removed';
  readonly id: ReportId;
  readonly version: number;
  /** SHA-256 of its file before and after; empty where there was or is none. */
  readonly before: string;
  readonly after: string;
}

const keyed = (texts: readonly ReleasedText[]): Map<string, ReleasedText> =>
  new Map(texts.map((text) => [`${text.id} ${text.version}`, text]));

/** The texts that are others than in the release before, by id and version. */
export function releaseChanges(before: readonly ReleasedText[], after: readonly ReleasedText[]): ReleaseChange[] {
  const [old, own] = [keyed(before), keyed(after)];
  const changes = [...new Set([...old.keys(), ...own.keys()])].flatMap((key): ReleaseChange[] => {
    const [was, is] = [old.get(key), own.get(key)];
    const text = is ?? was;
    if (!text || was?.sha256 === is?.sha256) return [];
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ change, id: text.id, version: text.version, before: was?.sha256 ?? '', after: is?.sha256 ?? '' }];
  });
  return changes.sort((one, other) => compareText(one.id, other.id) || one.version - other.version);
}

/** The changes of a release, `changes.csv`. */
export function releaseChangesText(changes: readonly ReleaseChange[]): string {
  const lines = changes.map(({ change, id, version, before, after }) => [change, id, version, before, after].join(','));
  return `${['change,id,version,before,after', ...lines].join('\n')}\n`;
}
