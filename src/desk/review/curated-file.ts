import type { Dated, Report } from '../../archive/report-schema.ts';
import { letterAccount } from '../../content-check/letter-account.ts';
import { readReportFile, reportFileText } from '../../content-files/report-file.ts';
import { answeredDoubts } from '../../import/write/curated-report.ts';
import { placedNotes } from '../../render/placed-notes.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import type { Draft } from '../drafts/draft.ts';
import { type Departure, departures } from './departures.ts';

/** What a curator wrote by hand on what the import would write. */
export interface CuratedFile {
  readonly report: Report;
  readonly body: string;
  /** The file as it is to be written. */
  readonly text: string;
  /** Places where the text is not the capture's. */
  readonly departures: readonly Departure[];
}

/** What stands for a reason until the curator gives one. */
const unsaid = '未说明';

const dated = (value: string): Dated => ({ value, precision: value.length === 7 ? 'month' : 'day', basis: 'curator' });

/** Headings of a text, as sections quote them. */
const headings = (body: string): string[] =>
  reportBlocks(body).flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'paragraph' && block.runIn > 0 ? [block.text.slice(0, block.runIn)] : [];
  });

/** Sections whose headings were changed by hand quote them as they stand now; those that lost theirs go. */
function movedSections(sections: Report['sections'], before: string, after: string): Report['sections'] {
  const [old, now] = [headings(before), headings(after)];
  const names = old.length === now.length ? new Map(old.map((name, at) => [name, now[at] ?? name])) : new Map();
  const there = new Set(now);
  return sections.flatMap((section) => {
    if (section.heading === null) return [section];
    const heading: string = names.get(section.heading) ?? section.heading;
    return there.has(heading) ? [{ ...section, heading }] : [];
  });
}

/**
 * A report's file with what the curator wrote by hand: fields, and the text with every letter that is not the capture's
 * owned to as a departure. `text` is what the import would write, `hand` the curator's Markdown or null, `capture` the
 * bytes of the report's first source. Throws where the import's own text is no report.
 */
export async function curatedFile(
  text: string,
  { choices, editReason }: Pick<Draft, 'choices' | 'editReason'>,
  hand: string | null,
  capture: Uint8Array,
): Promise<CuratedFile> {
  const read = readReportFile(text, '');
  if (!read.report) throw new Error(read.issues.map(({ message }) => message).join('\n'));
  const settled = (['title', 'signed', 'published'] as const).filter((part) => choices[part] !== undefined);
  const answered = new Set(settled.flatMap((part) => answeredDoubts[part] ?? []));
  const { title, signed, published } = choices;
  const report: Report = {
    ...read.report,
    ...(title === undefined ? {} : { title, titleBasis: 'curator' }),
    ...(signed === undefined ? {} : { signed: dated(signed) }),
    ...(published === undefined ? {} : { published: dated(published) }),
    doubts: read.report.doubts.filter(({ code }) => !answered.has(code)),
  };
  if (hand === null) {
    const same = settled.length === 0 ? text : reportFileText(report, read.body);
    return { report, body: read.body, text: same, departures: report.departures ?? [] };
  }
  const { departures: _, ...plain } = report;
  const account = await letterAccount(plain, hand, capture);
  const parted = account.account ? departures(account.unowned, hand, editReason ?? unsaid) : [];
  const { unplaced } = placedNotes(reportBlocks(hand), report.notes, '');
  const changed: Report = {
    ...plain,
    sections: movedSections(report.sections, read.body, hand),
    notes: report.notes.filter((note) => !unplaced.includes(note)),
    ...(parted.length > 0 ? { departures: parted } : {}),
  };
  return { report: changed, body: hand, text: reportFileText(changed, hand), departures: parted };
}
