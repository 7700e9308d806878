import { blockText } from '../../archive/report-block.ts';
import type { Report } from '../../archive/report-schema.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import { compact } from '../lines/layout-space.ts';
import { curatedParts, importedDigests, importedText, notePart, partDigests } from './imported-parts.ts';

/** A report with its body. */
export interface ReportText {
  readonly report: Report;
  readonly body: string;
}

/** A fresh draft with what a curator did to the held report, and the names of the parts that stay the curator's. */
export interface CuratedReport extends ReportText {
  /** What the front matter is to remember of this import (`imported`); not yet in `report`. */
  readonly imported: string;
  readonly kept: readonly string[];
  /** The curator's text has not the letters that recognition gives now. */
  readonly isTextChanged: boolean;
}

/** Doubts that are answered once a curator settled a part, by the part's name. */
export const answeredDoubts: Readonly<Record<string, readonly string[]>> = {
  title: ['title/missing'],
  signed: ['date/signed-unknown', 'date/signed-day-lost'],
  published: ['date/published-unknown', 'date/disagrees', 'date/address-disagrees', 'date/updated-only'],
  issuers: ['issuer/inferred', 'issuer/carried', 'issuer/disagrees'],
  region: ['region/weak'],
  year: ['year/by-frequency'],
};

const letters = (body: string): string =>
  reportBlocks(body)
    .map((block) => compact(blockText(block)))
    .join('\n');

/** What a field's basis, or a section's, says to be the curator's, whatever the file was imported as. */
function saidByHand({ titleBasis, basis, issuers, signed, published, sections }: Report): string[] {
  return [
    ...(titleBasis === 'curator' ? ['title'] : []),
    ...(basis.region === 'curator' ? ['region'] : []),
    ...(basis.year === 'curator' ? ['year'] : []),
    ...(basis.issuerKind === 'curator' || issuers.some((one) => one.basis === 'curator') ? ['issuers'] : []),
    ...(signed?.basis === 'curator' ? ['signed'] : []),
    ...(published?.basis === 'curator' ? ['published'] : []),
    ...sections.filter((section) => section.basis === 'curator').map(({ role }) => `section/${role}`),
  ];
}

/** Roles in the order of the held report, then those that are new; each from the side that has the say. */
function curatedSections(fresh: Report, held: Report, isOwn: (part: string) => boolean): Report['sections'] {
  const roles = new Set([...held.sections, ...fresh.sections].map(({ role }) => role));
  if (![...roles].some((role) => isOwn(`section/${role}`))) return fresh.sections;
  return [...roles].flatMap((role) =>
    (isOwn(`section/${role}`) ? held : fresh).sections.filter((section) => section.role === role),
  );
}

/**
 * A fresh draft with what a curator did to the held report. What the last import wrote is known by its digests
 * (`imported`; in files that have none, what this import gives counts as it): every part whose value is another one
 * now, or that was taken out, is the curator's and stays so. `isSameCapture`: the held text was taken from the
 * draft's capture, so that a text changed by hand stays too. Notes whose words no longer stand in the text go.
 */
export function curatedReport(fresh: ReportText, held: ReportText, isSameCapture: boolean): CuratedReport {
  const freshParts = partDigests(fresh.report, fresh.body);
  const heldParts = partDigests(held.report, held.body);
  const known = importedDigests(held.report);
  // Of another capture's text only the fields can be told apart; its notes may all be the curator's.
  const fields = [...heldParts].filter(([part]) => !part.startsWith('note/'));
  const base = known ?? (isSameCapture ? freshParts : new Map(fields));
  const own = new Set([...curatedParts(heldParts, base), ...saidByHand(held.report)]);
  // What is said on the command line now is newer than what the file says.
  const isSaidNow = (part: 'region' | 'year'): boolean => fresh.report.basis[part] === 'curator';
  for (const part of ['region', 'year'] as const) if (isSaidNow(part)) own.delete(part);
  const names = ({ issuers }: Report): string => issuers.map(({ name }) => name).join();
  if (fresh.report.basis.issuerKind === 'curator' && names(fresh.report) !== names(held.report)) own.delete('issuers');
  if (!isSameCapture) own.delete('body');
  const isOwn = (part: string): boolean => own.has(part);
  const from = (part: string): Report => (isOwn(part) ? held : fresh).report;

  const body = isOwn('body') ? held.body : fresh.body;
  const text = letters(body);
  const heldNotes = new Map(held.report.notes.map((note) => [notePart(note), note]));
  const freshNames = new Set(fresh.report.notes.map(notePart));
  const notes = [
    ...fresh.report.notes.flatMap((note) => (isOwn(notePart(note)) ? (heldNotes.get(notePart(note)) ?? []) : note)),
    ...held.report.notes.filter((note) => isOwn(notePart(note)) && !freshNames.has(notePart(note))),
  ].filter(({ quote }) => text.includes(compact(quote)));
  const answered = new Set([...own].flatMap((part) => answeredDoubts[part] ?? []));
  const doubtCodes = new Set([...fresh.report.doubts, ...held.report.doubts].map(({ code }) => code));
  const doubts = [...doubtCodes]
    .filter((code) => isOwn(`doubt/${code}`) || !answered.has(code))
    .flatMap((code) => from(`doubt/${code}`).doubts.filter((doubt) => doubt.code === code));
  const sources = fresh.report.sources.map((source) => {
    const before = held.report.sources.find(({ sha256 }) => sha256 === source.sha256);
    return before ? { ...source, url: source.url ?? before.url, captured: source.captured ?? before.captured } : source;
  });
  const others = held.report.sources.filter(({ sha256 }) => !sources.some((source) => source.sha256 === sha256));
  const report: Report = {
    ...fresh.report,
    title: from('title').title,
    titleBasis: from('title').titleBasis,
    region: from('region').region,
    regionPath: from('region').regionPath,
    year: from('year').year,
    slug: from('issuers').slug,
    issuerKind: from('issuers').issuerKind,
    issuers: from('issuers').issuers,
    basis: {
      region: from('region').basis.region,
      year: from('year').basis.year,
      issuerKind: from('issuers').basis.issuerKind,
    },
    signed: from('signed').signed,
    published: from('published').published,
    page: from('page').page,
    sources: [...sources, ...others],
    sections: curatedSections(fresh.report, held.report, isOwn),
    notes,
    transformations: [
      ...fresh.report.transformations,
      ...held.report.transformations.filter(({ rule }) => rule === 'redaction/name'),
    ],
    redactions: held.report.redactions,
    versions: held.report.versions,
    doubts,
  };
  // A part taken out by hand is remembered even while recognition does not give it.
  const dismissed = [...base].filter(([part]) => isOwn(part) && !heldParts.has(part));
  const imported = importedText(new Map([...freshParts, ...dismissed.filter(([part]) => !freshParts.has(part))]));
  return {
    report,
    imported,
    body,
    kept: [...own].filter((part) => freshParts.get(part) !== heldParts.get(part) && !answered.has(part.slice(6))),
    isTextChanged: isOwn('body') && letters(held.body) !== letters(fresh.body),
  };
}
