import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords, registerCell } from '../content-files/csv.ts';
import { writeAllWhole } from '../host/whole-file.ts';

/** What became of a source: there as it was, with other words, at another address, gone; or nobody knows. */
export const sourceStates = ['alive', 'changed', 'moved', 'gone', 'unknown'] as const;
export type SourceState = (typeof sourceStates)[number];

/** A source as it was found when it was last looked at again. */
export interface RecheckedSource {
  readonly address: string;
  readonly state: SourceState;
  /** Days, ISO text; empty where it was never seen by the collector, or not looked at. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly checked: string;
  /** The capture that holds what was last seen; empty where there is none. */
  readonly file: string;
  /** What is to be said of it, in Chinese; empty where the state says all. */
  readonly note: string;
}

const columns = ['address', 'state', 'first_seen', 'last_seen', 'checked', 'file', 'note'] as const;
const historyColumns = ['checked', 'address', 'state', 'file', 'note'] as const;

const sourcesFile = (folder: string): string => join(folder, 'sources.csv');
const historyFile = (folder: string): string => join(folder, 'sources-history.csv');

const isState = (text: string): text is SourceState => sourceStates.some((state) => state === text);

/** The sources as the last recheck left them, by address; empty where there was none. Lines of other forms are left out. */
export function lastSources(folder: string): Map<string, RecheckedSource> {
  const file = sourcesFile(folder);
  const { records } = csvRecords(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return new Map(
    records.flatMap(({ cells }): [string, RecheckedSource][] => {
      const [address = '', state = '', firstSeen = '', lastSeen = '', checked = '', held = '', note = ''] = cells;
      if (cells.length !== columns.length || !isState(state)) return [];
      return [[address, { address, state, firstSeen, lastSeen, checked, file: held, note }]];
    }),
  );
}

/** Writes the sources as they are now to `sources.csv`, and what is new of them behind what `sources-history.csv` holds. */
export function writeSources(folder: string, sources: readonly RecheckedSource[]): void {
  const before = lastSources(folder);
  const line = (cells: readonly string[]): string => `${cells.map(registerCell).join(',')}\n`;
  const isNews = ({ address, state, file, note }: RecheckedSource): boolean => {
    const last = before.get(address);
    return last?.state !== state || last.file !== file || last.note !== note;
  };
  const history = historyFile(folder);
  const told = existsSync(history) ? readFileSync(history, 'utf8') : line(historyColumns);
  const rows = sources.map(({ address, state, firstSeen, lastSeen, checked, file, note }) =>
    line([address, state, firstSeen, lastSeen, checked, file, note]),
  );
  const news = sources
    .filter(isNews)
    .map(({ address, state, checked, file, note }) => line([checked, address, state, file, note]));
  writeAllWhole([
    { file: history, content: told + news.join('') },
    { file: sourcesFile(folder), content: line(columns) + rows.join('') },
  ]);
}
