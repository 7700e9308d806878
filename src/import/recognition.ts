import { createHash } from 'node:crypto';
import type { Basis } from '../archive/basis.ts';
import { compareIssues, type Issue } from '../archive/issue.ts';
import type { IssuerKind } from '../archive/issuer.ts';
import type { Region } from '../archive/region.ts';
import { bodyKind, type IssuingBody } from './bodies.ts';
import { restoredPunctuation } from './chinese-punctuation.ts';
import { damage } from './damage.ts';
import type { Damage } from './damage-codes.ts';
import { importIssue } from './import-issue.ts';
import { compact, withoutLayoutSpace } from './layout-space.ts';
import { type BodyLine, type OutlineHeading, outline } from './outline.ts';
import { fieldMeaning } from './page-fields.ts';
import type { ExcludedLine } from './page-head.ts';
import type { PageMeaning } from './page-labels.ts';
import { pageParts } from './page-parts.ts';
import type { PageField, Reading, TableLine } from './reading.ts';
import type { FoundRegion } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';
import { type FoundDay, pageDay, signedDay } from './report-dates.ts';
import { reportIssuers } from './report-issuers.ts';
import { type Likeness, likeness } from './report-likeness.ts';
import { reportRegion } from './report-region.ts';
import { reportYear } from './report-year.ts';
import { RuleTally } from './rule-tally.ts';
import { type FoundSection, sectionRoles } from './section-roles.ts';
import { type Signature, signature } from './signature.ts';
import { simplifiedView } from './simplified-view.ts';
import { derivedTitle, unknowns } from './unknowns.ts';

/** What a curator said on the command line; wins over all that is recognised. */
export interface Overrules {
  readonly region?: string;
  readonly year?: number;
  readonly issuer?: string;
  readonly sourceUrl?: string;
}

/** A block of the text in order: a cleaned line, or a table of cleaned cells. */
export type BodyBlock =
  | { readonly kind: 'line'; readonly index: number }
  | { readonly kind: 'table'; readonly table: TableLine };

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

const titleMetaNames = ['articletitle', 'og:title', 'dc.title'];

function cleanedLine(number: number, text: string, isMarkedHeading: boolean, tally: RuleTally): BodyLine {
  const raw = withoutLayoutSpace(text, tally);
  return { number, raw, text: restoredPunctuation(raw, tally), isMarkedHeading };
}

const cleanedTitle = (title: string, tally: RuleTally): string => {
  const plain = compact(title);
  tally.add('space/title', [...title.trim()].length - [...plain].length);
  return restoredPunctuation(plain, tally);
};

/** The value of the first field that means something, where it has one. */
function fieldValue(fields: readonly PageField[], means: PageMeaning): string | null {
  const found = fields.find(({ label, value }) => fieldMeaning(label) === means && value.trim() !== '');
  return found ? found.value.trim() : null;
}

/** Recognises all that an input shows. `paths`: address and file name as evidence; `today` as ISO text. */
export function recognition(
  reading: Reading,
  names: RegionNames,
  paths: readonly string[],
  overrules: Overrules,
  today: string,
): Recognition {
  const tally = new RuleTally();
  tally.addAll(reading.tally);
  const issues: Issue[] = [...reading.issues];
  const metaTitle = reading.meta.find(({ label }) => titleMetaNames.includes(label.toLowerCase()))?.value ?? null;
  const pageTitles = new Set(metaTitle === null ? [] : [compact(metaTitle)]);
  const parts = pageParts(reading.lines, pageTitles, reading.bodyFrom ?? 1);
  issues.push(...parts.issues);

  const lines: BodyLine[] = [];
  const blocks: BodyBlock[] = [];
  for (const line of parts.body) {
    if (line.kind === 'table') blocks.push({ kind: 'table', table: line });
    else {
      blocks.push({ kind: 'line', index: lines.length });
      lines.push(cleanedLine(line.number, line.text, line.isMarkedHeading ?? false, tally));
    }
  }
  const view = simplifiedView(
    lines
      .map(({ text }) => text)
      .join('')
      .slice(0, 4000),
  );
  const paragraphs = lines.map(({ text }) => view(text));
  const outlined = outline(lines);
  const fields = [...reading.meta, ...parts.fields];

  const pageTitle = metaTitle ?? fieldValue(parts.fields, 'title');
  const rawTitle = parts.title ?? pageTitle;
  const title = rawTitle === null || rawTitle.trim() === '' ? null : cleanedTitle(rawTitle, tally);
  const titleBasis = parts.title === null ? 'page' : 'text';

  const foundYear = reportYear(title === null ? null : view(title), paragraphs, outlined.headings);
  const year = overrules.year ?? foundYear.year;
  if (overrules.year === undefined) issues.push(...foundYear.issues);

  const signed = signature(lines);
  const offices = [fieldValue(fields, 'office'), fieldValue(fields, 'medium')].flatMap((value) =>
    value === null ? [] : [value],
  );
  const chromeNumbers = new Set(
    parts.excluded.filter(({ rule }) => rule.startsWith('chrome/')).map(({ number }) => number),
  );
  const chrome = reading.lines.flatMap((line) =>
    line.kind === 'text' && chromeNumbers.has(line.number) ? [compact(line.text)] : [],
  );
  const sites = reading.meta
    .filter(({ label }) => /sitename|columnname|contentsource/i.test(label))
    .map(({ value }) => value);
  const spacedTitle =
    rawTitle === null ? null : restoredPunctuation(withoutLayoutSpace(rawTitle, new RuleTally()), new RuleTally());
  const evidence = {
    title: spacedTitle,
    signature: signed.bodies.map(({ name }) => view(name)),
    text: paragraphs,
    offices: [...sites, ...offices],
    chrome,
    path: paths,
  };
  const given = overrules.region === undefined ? undefined : names.tree.region(overrules.region, year ?? undefined);
  if (overrules.region !== undefined && !given)
    issues.push(importIssue('region/given-unknown', null, overrules.region));
  const region: FoundRegion = given
    ? { unit: given, basis: 'curator', candidates: [], below: null, doubt: 'none' }
    : reportRegion(evidence, names, year);
  if (region.doubt !== 'none') {
    const code = `region/${region.doubt}` as const;
    issues.push(
      importIssue(
        code,
        null,
        region.unit?.name ?? region.candidates.map(({ code: one, name }) => `${one} ${name}`).join('、'),
      ),
    );
  }
  if (region.below && !given) issues.push(importIssue('region/own-code-wanted', null, region.below.name));

  const office = overrules.issuer;
  if (office !== undefined && bodyKind(office) === null) issues.push(importIssue('issuer/given-unknown', null, office));
  const issuing = reportIssuers({
    title: office === undefined ? spacedTitle : null,
    signature: office === undefined ? signed.bodies : [{ name: office, line: 0 }],
    offices,
    text: paragraphs,
    region: region.unit,
    below: region.below,
  });
  const asCurator = (body: IssuingBody): IssuingBody => (office === undefined ? body : { ...body, basis: 'curator' });
  if (office === undefined) issues.push(...issuing.issues);

  const published = pageDay(fields, 'published', year, today);
  issues.push(...published.issues);
  const updated = published.found ? null : pageDay(fields, 'updated', year, today);
  if (updated?.found) issues.push(importIssue('date/updated-only', null, updated.found.day.value));
  const dayLine = signed.day ? signedDay(signed.day.text, signed.day.line, year) : null;
  if (dayLine) issues.push(...dayLine.issues);
  const issued = dayLine?.found ? null : pageDay(fields, 'issued', year, today);
  if (issued) issues.push(...issued.issues);

  const sections = sectionRoles(lines, outlined.headings, year);
  const stem = region.unit ? names.stem(region.unit.name) : null;
  const found = damage(lines, {
    headings: outlined.headings,
    signing: signed.indexes,
    region: region.unit && stem !== null ? { name: region.unit.name, stem } : null,
    damagedDay: dayLine?.issues.some(({ code }) => code === 'damage/date') ? (signed.day?.text ?? null) : null,
  });
  issues.push(...outlined.issues);
  const known = new Set([...outlined.issues, ...(dayLine?.issues ?? [])].map(({ code, line }) => `${code} ${line}`));
  for (const { code, index, quote } of found) {
    const line = lines[index]?.number ?? null;
    if (!known.has(`${code} ${line}`)) issues.push(importIssue(code, line, quote));
  }
  const invisible = tally.list().find(({ rule }) => rule === 'character/invisible');
  if (invisible) issues.push(importIssue('character/invisible', null, `${invisible.count} 个`));
  const alike = likeness(title === null ? null : view(title), paragraphs, outlined.headings, chrome);
  const publishedDay = published.found ?? updated?.found ?? null;
  const signedOn = dayLine?.found ?? issued?.found ?? null;
  if (alike.isReport && outlined.headings.length === 0) issues.push(importIssue('outline/none', null, ''));
  if (alike.isReport) issues.push(...unknowns(title !== null, publishedDay, signedOn, issuing.issuers));
  const derived =
    title === null && alike.isReport ? derivedTitle(region.unit, year, issuing.issuers, issuing.kind) : null;
  if (alike.isReport && paragraphs.join('').length < 400) issues.push(importIssue('text/short', null, ''));

  return {
    likeness: alike,
    title: title ?? derived,
    titleBasis: title === null ? 'inferred' : titleBasis,
    titleLine: parts.titleLine,
    region: region.unit,
    regionBasis: region.basis,
    regionCandidates: region.candidates,
    below: given ? null : region.below,
    year,
    yearBasis: overrules.year === undefined ? foundYear.basis : 'curator',
    issuers: issuing.issuers.map(asCurator),
    issuerKind: issuing.kind,
    issuerKindBasis: office === undefined ? issuing.kindBasis : 'curator',
    published: publishedDay,
    signed: signedOn,
    medium: fieldValue(fields, 'medium'),
    indexNumber: fieldValue(fields, 'index-number'),
    documentNumber: fieldValue(fields, 'document-number'),
    page: fields,
    excluded: parts.excluded,
    lines,
    blocks,
    headings: outlined.headings,
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
