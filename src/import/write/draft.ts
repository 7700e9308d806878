import { type ReportId, reportId } from '../../archive/report-id.ts';
import {
  escapedText,
  footnoteMarkdown,
  headingMarkdown,
  runInMarkdown,
  tableMarkdown,
} from '../../archive/report-markdown.ts';
import type { EditorNote, Report, Source } from '../../archive/report-schema.ts';
import { type IssuerEntry, issuerSlug } from '../../content-files/issuer-register.ts';
import type { ExcludedLine } from '../clean/page-head.ts';
import type { Damage } from '../lines/damage-codes.ts';
import type { CaptureFormat } from '../lines/reading.ts';
import type { Recognition } from '../recognise/recognition.ts';
import type { RegionNames } from '../recognise/region-names.ts';

/** A capture as it is kept. */
export interface CaptureFacts {
  readonly sha256: string;
  readonly format: CaptureFormat;
  readonly url: string | null;
  readonly captured: string | null;
}

/** A report ready to be written: its front matter, its Markdown body and its id. */
export interface ReportDraft {
  readonly id: ReportId;
  readonly report: Report;
  readonly body: string;
}

/** The slug that stands in the id: null for a government's or joint report; undefined where none is known. */
function reportSlug(found: Recognition, register: readonly IssuerEntry[]): string | null | undefined {
  if (found.issuerKind === 'party') return 'party';
  if (found.issuerKind !== 'department') return null;
  if (found.givenSlug !== null) return found.givenSlug;
  for (const { name } of found.issuers) {
    const slug = issuerSlug(register, name, found.year);
    if (slug !== null) return slug;
  }
  return undefined;
}

/** The id of what was recognised; null where region, year or issuer is not settled. */
export function recognisedId(found: Recognition, register: readonly IssuerEntry[]): ReportId | null {
  const { region, year, issuerKind } = found;
  const slug = reportSlug(found, register);
  if (!region || year === null || issuerKind === null || slug === undefined || found.below !== null) return null;
  if (issuerKind === 'township' && region.level !== 'township') return null;
  return reportId({ region: region.code, year, slug });
}

/** Runs of neighbouring lines taken out by one rule. */
export function excludedRanges(excluded: readonly ExcludedLine[]): Source['excluded'] {
  const ranges: Source['excluded'] = [];
  for (const { number, rule } of excluded) {
    const last = ranges.at(-1);
    if (last && last.rule === rule && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number, rule });
  }
  return ranges;
}

/** The text as Markdown of the closed dialect. */
export function draftBody(found: Recognition): string {
  const headings = new Map(found.headings.map((heading) => [heading.index, heading]));
  return found.blocks
    .map((block) => {
      if (block.kind === 'table') return tableMarkdown(block.table.rows, block.table.references);
      if (block.kind === 'note') return footnoteMarkdown(block.note.label, block.note.text, block.note.references);
      const { text = '', references } = found.lines[block.index] ?? {};
      const heading = headings.get(block.index);
      if (!heading) return escapedText(text, references);
      return heading.runsIn
        ? runInMarkdown(text, text.slice(0, heading.end), references)
        : headingMarkdown(text, Math.min(6, heading.depth + 1), references);
    })
    .join('\n\n');
}

/** Damage as notes: which of several equal quotes is meant is counted over the whole text. */
function editorNotes(found: Recognition): EditorNote[] {
  const texts = found.lines.map(({ text }) => text);
  const places = new Map<string, { readonly index: number; readonly offset: number }[]>();
  const placesOf = (quote: string): { readonly index: number; readonly offset: number }[] => {
    const known = places.get(quote);
    if (known) return known;
    const all = texts.flatMap((text, index) => {
      const own: { index: number; offset: number }[] = [];
      for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) own.push({ index, offset: at });
      return own;
    });
    places.set(quote, all);
    return all;
  };
  const occurrence = ({ quote, index, offset }: Damage): number =>
    placesOf(quote).findLastIndex((place) => place.index < index || (place.index === index && place.offset <= offset)) +
    1;
  return found.damage.map((place) => ({
    code: place.code,
    quote: place.quote.trim(),
    occurrence: Math.max(1, occurrence(place)),
    reading: place.reading,
    reason: place.reason,
  }));
}

const doubtCodes =
  /^(?:date\/(?:published|signed)|title\/missing|issuer\/(?:inferred|carried|disagrees)|year\/by|region\/weak|date\/(?:address-)?disagrees|date\/updated|source\/copy|text\/(?:image|list-numbers))/;

/** Front matter and body of what was recognised; null where the id is not settled. */
export function reportDraft(
  found: Recognition,
  capture: CaptureFacts,
  register: readonly IssuerEntry[],
  names: RegionNames,
): ReportDraft | null {
  const id = recognisedId(found, register);
  const { region, year, issuerKind, title } = found;
  if (id === null || !region || year === null || issuerKind === null || title === null) return null;
  const dated = (day: Recognition['published']): Report['published'] =>
    day && { value: day.day.value, precision: day.day.isWhole ? 'day' : 'month', basis: day.basis };
  const report: Report = {
    title,
    titleBasis: found.titleBasis,
    region: region.code,
    regionPath: names.tree.pathNames(region.code, year),
    year,
    slug: reportSlug(found, register) ?? null,
    issuerKind,
    issuers: found.issuers.map(({ name, kind, basis }) => ({ name, kind, basis })),
    basis: { region: found.regionBasis, year: found.yearBasis, issuerKind: found.issuerKindBasis },
    signed: dated(found.signed),
    published: dated(found.published),
    page: found.page.map(({ label, value }) => ({ label, value })),
    sources: [
      {
        sha256: capture.sha256,
        format: capture.format,
        url: capture.url,
        medium: found.medium,
        captured: capture.captured,
        excluded: excludedRanges(found.excluded),
      },
    ],
    transformations: found.tally.list(),
    sections: found.sections.map(({ role, where, heading, basis }) => ({ role, where, heading, basis })),
    notes: editorNotes(found),
    redactions: [],
    versions: [],
    doubts: found.issues.filter(({ code }) => doubtCodes.test(code)).map(({ code, message }) => ({ code, message })),
  };
  return { id, report, body: draftBody(found) };
}
