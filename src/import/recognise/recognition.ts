import { createHash } from 'node:crypto';
import type { Basis } from '../../archive/basis.ts';
import { compareIssues, type Issue } from '../../archive/issue.ts';
import type { IssuerKind } from '../../archive/issuer.ts';
import type { Region } from '../../archive/region.ts';
import { type BodyBlock, cleanedText, fieldValue } from '../clean/cleaned-text.ts';
import type { ExcludedLine } from '../clean/page-head.ts';
import { damage } from '../damage/damage.ts';
import type { BodyLine, OutlineHeading } from '../lines/body-line.ts';
import type { Damage } from '../lines/damage-codes.ts';
import { importIssue } from '../lines/issue.ts';
import { pageAddress } from '../lines/page-address.ts';
import type { PageField, Reading } from '../lines/reading.ts';
import type { RuleTally } from '../lines/rule-tally.ts';
import type { IssuingBody } from './bodies.ts';
import { copyMarks } from './copy-marks.ts';
import { isListPage } from './list-page.ts';
import { outline } from './outline.ts';
import type { FoundRegion, RegionEvidence } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';
import type { FoundDay } from './report-dates.ts';
import { reportDays } from './report-days.ts';
import { givenIssuers, reportIssuers } from './report-issuers.ts';
import { type Likeness, reportLikeness } from './report-likeness.ts';
import { reportRegion } from './report-region.ts';
import { reportYear } from './report-year.ts';
import { type FoundSection, sectionRoles } from './section-roles.ts';
import { type Signature, signature, tableSignature } from './signature.ts';
import { derivedTitle, unknowns } from './unknowns.ts';
import { jointDivision } from './zone-parents.ts';

/** What a curator said on the command line; wins over all that is recognised. */
export interface Overrules {
  readonly region?: string;
  readonly year?: number;
  readonly issuer?: string;
  /** The stable ASCII name of a department of which the register knows none. */
  readonly slug?: string;
  readonly sourceUrl?: string;
  /** Lines that were looked at and are none of the report's. */
  readonly accepted?: ReadonlySet<number>;
}

/** All that an import knows of an input, before it is written. */
export interface Recognition {
  readonly likeness: Likeness;
  readonly title: string | null;
  readonly titleBasis: 'text' | 'page' | 'inferred' | 'curator';
  readonly titleLine: number | null;
  readonly region: Region | null;
  readonly regionBasis: Basis;
  readonly regionCandidates: readonly Region[];
  readonly below: FoundRegion['below'];
  readonly year: number | null;
  readonly yearBasis: Basis;
  readonly issuers: readonly IssuingBody[];
  readonly issuerKind: IssuerKind | null;
  readonly issuerKindBasis: Basis;
  readonly givenSlug: string | null;
  readonly published: FoundDay | null;
  readonly signed: FoundDay | null;
  readonly medium: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly page: readonly PageField[];
  readonly excluded: readonly ExcludedLine[];
  readonly lines: readonly BodyLine[];
  readonly blocks: readonly BodyBlock[];
  readonly headings: readonly OutlineHeading[];
  readonly sections: readonly FoundSection[];
  readonly signature: Signature;
  readonly damage: readonly Damage[];
  readonly tally: RuleTally;
  readonly issues: readonly Issue[];
}

/** The first of the archive's own codes below a unit that no unit has yet: `370304x01`. */
function ownCode(parent: string, names: RegionNames): string {
  for (let number = 1; ; number++) {
    const code = `${parent.slice(0, 6)}x${String(number).padStart(2, '0')}`;
    if (!names.tree.region(code)) return code;
  }
}

/** The region that a curator gave, else the one recognised; what stays in doubt is an issue. */
function settledRegion(
  evidence: RegionEvidence,
  names: RegionNames,
  year: number | null,
  given: string | undefined,
): { region: FoundRegion; issues: Issue[] } {
  const unit = given === undefined ? undefined : names.tree.region(given, year ?? undefined);
  if (unit) return { region: { unit, basis: 'curator', candidates: [], below: null, doubt: 'none' }, issues: [] };
  const issues = given === undefined ? [] : [importIssue('region/given-unknown', null, given)];
  const region = reportRegion(evidence, names, year);
  if (region.doubt !== 'none') {
    const candidates = region.candidates.map(({ code, name }) => `${code} ${name}`).join('、');
    issues.push(importIssue(`region/${region.doubt}`, null, region.unit?.name ?? candidates));
  }
  const { unit: found } = region;
  const above = found ? `上级 ${found.code} ${found.name}，可登记为 ${ownCode(found.code, names)}` : '上级未定';
  if (region.below) issues.push(importIssue('region/own-code-wanted', null, `${region.below.name}，${above}`));
  const division = [evidence.title ?? '', ...evidence.signature].map(jointDivision).find((name) => name !== null);
  if (found && !region.below && division !== undefined)
    issues.push(importIssue('region/division', null, `${division}，归入 ${found.code} ${found.name}`));
  return { region, issues };
}

/** Lines as recognition reads them, where that moves no letter. */
function readAs(lines: readonly BodyLine[], view: (text: string) => string): readonly BodyLine[] {
  return lines.map((line) => {
    const [text, raw] = [view(line.text), view(line.raw)];
    return text.length === line.text.length && raw.length === line.raw.length ? { ...line, text, raw } : line;
  });
}

/** Headings that were found in lines as they are read, with the words that stand there. */
function asTheyStand(
  headings: readonly OutlineHeading[],
  lines: readonly BodyLine[],
  read: readonly BodyLine[],
): OutlineHeading[] {
  const original = (piece: string, one: string, other: string): string => {
    const at = other.indexOf(piece);
    return at < 0 ? piece : one.slice(at, at + piece.length);
  };
  return headings.map((heading) => {
    const [line, viewed] = [lines[heading.index], read[heading.index]];
    if (!line || !viewed || line.raw === viewed.raw) return heading;
    return {
      ...heading,
      text: original(heading.text, line.raw, viewed.raw),
      restored: original(heading.restored, line.text, viewed.text),
    };
  });
}

/** The signature of a text: in a table that stands behind all its lines, or among its lines. */
function signatureOf(
  blocks: readonly BodyBlock[],
  lines: readonly BodyLine[],
  view: (text: string) => string,
): Signature {
  const last = blocks.findLast(({ kind }) => kind !== 'note');
  const inTable =
    last?.kind === 'table'
      ? tableSignature(
          last.table.rows.map((row) => row.map(view)),
          last.table.number,
        )
      : null;
  return inTable ?? signature(lines);
}

/** Recognises all that an input shows. `paths`: address and file name as evidence; `today` as ISO text. */
export function recognition(
  reading: Reading,
  names: RegionNames,
  paths: readonly string[],
  overrules: Overrules,
  today: string,
): Recognition {
  const cleaned = cleanedText(reading, overrules.accepted);
  const { lines, title, fields, chrome, tally, view } = cleaned;
  const spacedTitle = cleaned.spacedTitle === null ? null : view(cleaned.spacedTitle);
  const issues: Issue[] = [...cleaned.issues];
  const paragraphs = lines.map(({ text }) => view(text));
  const read = readAs(lines, view);
  const outlined = outline(read);
  const headings = asTheyStand(outlined.headings, lines, read);

  const foundYear = reportYear(title === null ? null : view(title), paragraphs, outlined.headings);
  const year = overrules.year ?? foundYear.year;
  if (overrules.year === undefined) issues.push(...foundYear.issues);

  const signed = signatureOf(cleaned.blocks, read, view);
  const offices = [fieldValue(fields, 'office'), fieldValue(fields, 'medium')].flatMap((value) =>
    value === null ? [] : view(value),
  );
  const sites = reading.meta.filter(({ label }) => /sitename|columnname|contentsource/i.test(label));
  const evidence: RegionEvidence = {
    title: spacedTitle,
    signature: signed.bodies.map(({ name }) => name),
    text: paragraphs,
    offices: [...sites.map(({ value }) => value), ...offices],
    chrome,
    path: paths,
  };
  const { region, issues: regionIssues } = settledRegion(evidence, names, year, overrules.region);
  issues.push(...regionIssues);

  const office = overrules.issuer;
  const given = office === undefined ? null : givenIssuers(office, region.unit);
  if (office !== undefined && given === null) issues.push(importIssue('issuer/given-unknown', null, office));
  const issuing =
    given ??
    reportIssuers({
      title: spacedTitle,
      signature: signed.bodies,
      offices,
      text: paragraphs,
      region: region.unit,
      below: region.below,
    });
  issues.push(...issuing.issues);
  const { unit } = region;
  if (issuing.kind === 'township' && unit && unit.level !== 'township' && !region.below)
    issues.push(
      importIssue(
        'region/own-code-wanted',
        null,
        `${issuing.issuers[0]?.name ?? '乡镇'}，上级 ${unit.code} ${unit.name}，可登记为 ${ownCode(unit.code, names)}`,
      ),
    );

  const opening = paragraphs.slice(0, 3).join('\n').slice(0, 400);
  const address = paths.map(pageAddress).find((found) => found !== null) ?? null;
  const days = reportDays(fields, signed, year, today, opening, address);
  issues.push(...days.issues);

  const written = new Map(outlined.headings.map(({ restored }, at) => [restored, headings[at]?.restored ?? restored]));
  const sections = sectionRoles(read, outlined.headings, year).map((section) => ({
    ...section,
    heading: section.heading === null ? null : (written.get(section.heading) ?? section.heading),
  }));
  const stem = region.unit ? names.stem(region.unit.name) : null;
  const found = damage(lines, {
    headings,
    signing: signed.indexes,
    region: region.unit && stem !== null ? { name: region.unit.name, stem } : null,
    damagedDay: days.damaged,
  });
  issues.push(...outlined.issues);
  const known = new Set([...outlined.issues, ...days.issues].map(({ code, line }) => `${code} ${line}`));
  for (const { code, index, quote } of found) {
    const line = lines[index]?.number ?? null;
    if (!known.has(`${code} ${line}`)) issues.push(importIssue(code, line, quote));
  }
  const invisible = tally.list().find(({ rule }) => rule === 'character/invisible');
  if (invisible) issues.push(importIssue('character/invisible', null, `${invisible.count} 个`));
  const copied = [
    ...copyMarks(reading, view),
    ...found.flatMap(({ code, quote }) => (code === 'damage/tampered' ? quote : [])).slice(0, 1),
  ];
  if (copied.length > 0) issues.push(importIssue('source/copy', null, copied.join('、')));
  const alike = reportLikeness(title === null ? null : view(title), paragraphs, outlined.headings, {
    chrome,
    isPlaced: region.unit !== null,
    isList: isListPage(reading.lines, view),
  });
  if (alike.isReport && outlined.headings.length === 0) issues.push(importIssue('outline/none', null, ''));
  if (alike.isReport) issues.push(...unknowns(title !== null, days.published, days.signed, issuing.issuers));
  const derived =
    title === null && alike.isReport ? derivedTitle(region.unit, year, issuing.issuers, issuing.kind) : null;
  if (alike.isReport && paragraphs.join('').length < 400) issues.push(importIssue('text/short', null, ''));

  return {
    likeness: alike,
    title: title ?? derived,
    titleBasis: title === null ? 'inferred' : cleaned.titleBasis,
    titleLine: cleaned.titleLine,
    region: region.unit,
    regionBasis: region.basis,
    regionCandidates: region.candidates,
    below: region.below,
    year,
    yearBasis: overrules.year === undefined ? foundYear.basis : 'curator',
    issuers: issuing.issuers,
    issuerKind: issuing.kind,
    issuerKindBasis: issuing.kindBasis,
    givenSlug: overrules.slug ?? null,
    published: days.published,
    signed: days.signed,
    medium: fieldValue(fields, 'medium'),
    indexNumber: fieldValue(fields, 'index-number'),
    documentNumber: fieldValue(fields, 'document-number'),
    page: fields,
    excluded: cleaned.excluded,
    lines,
    blocks: cleaned.blocks,
    headings,
    sections,
    signature: signed,
    damage: found,
    tally,
    issues: issues.sort(compareIssues),
  };
}

/** SHA-256 of a capture's bytes, lower-case hex. */
export function captureDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
