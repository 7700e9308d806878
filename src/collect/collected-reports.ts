import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { registerCell } from '../content-files/csv.ts';
import { writeWhole } from '../host/whole-file.ts';
import { capturesFolder } from './collected-files.ts';
import type { Visit } from './journal.ts';
import { isReportName } from './links/link-judgement.ts';

/** A body that may hold a report, with every address under which it was found, the first first. */
export interface Candidate {
  /** Name in the folder of captures. */
  readonly file: string;
  readonly addresses: readonly string[];
  /** Day on which it was first seen, ISO text. */
  readonly captured: string;
  /** What the link to it said, or the page's own title. */
  readonly title: string;
  readonly column: string;
}

/** Whether no program here reads what a candidate is: an old Word file. A person must look. */
export const isUnreadable = ({ file }: Candidate): boolean => file.endsWith('.doc');

/** The candidates among what was visited, in the order in which they were found. */
export function candidates(visits: readonly Visit[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { file, at, asked, title } of visits) {
    if (file === null) continue;
    const there = found.get(file);
    const named = isReportName(asked.text) || title === null ? asked.text : title;
    if (!there)
      found.set(file, {
        file,
        addresses: [asked.address],
        captured: at.slice(0, 10),
        title: named,
        column: asked.column,
      });
    else if (!there.addresses.includes(asked.address))
      found.set(file, { ...there, addresses: [...there.addresses, asked.address] });
  }
  return [...found.values()];
}

/** Writes the list of captures beside them, as `npm run import` reads it, anew; of those that are still there. */
export function writeCapturesList(folder: string, visits: readonly Visit[]): void {
  const rows = candidates(visits)
    .filter(({ file }) => existsSync(join(capturesFolder(folder), file)))
    .map(({ file, addresses: [address = '', ...others], captured }) =>
      [file, address, captured, others.length > 0 ? `又见于 ${others.join(' ')}` : ''].map(registerCell).join(','),
    );
  writeWhole(join(capturesFolder(folder), 'captures.csv'), `${['file,address,captured,note', ...rows].join('\n')}\n`);
}
