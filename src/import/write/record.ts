import type { Basis } from '../../archive/basis.ts';
import type { Issue } from '../../archive/issue.ts';
import type { IssuerKind } from '../../archive/issuer.ts';
import type { Ledger } from '../../archive/letter-account.ts';
import { blockTexts } from '../../archive/report-block.ts';
import { reportFile } from '../../archive/report-id.ts';
import type { Role } from '../../archive/section.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import type { CaptureFormat } from '../lines/reading.ts';
import type { IssuingBody } from '../recognise/bodies.ts';
import type { Recognition } from '../recognise/recognition.ts';
import type { RegionNames } from '../recognise/region-names.ts';
import type { FullLedger } from './ledger.ts';

/** The record of one input that `import --json` prints; names are promises (contract page). Unknown is null. */
export interface ImportRecord {
  readonly file: string;
  /** Null for an input that could not be read. */
  readonly isReport: boolean | null;
  readonly reportId: string | null;
  readonly path: string | null;
  readonly title: string | null;
  readonly titleBasis: string | null;
  readonly region: { readonly code: string; readonly name: string; readonly path: readonly string[] } | null;
  readonly regionCandidates: readonly string[];
  readonly year: number | null;
  readonly issuers: readonly IssuingBody[];
  readonly issuerKind: IssuerKind | null;
  readonly published: string | null;
  readonly signed: string | null;
  readonly sourceMedium: string | null;
  /** Address of the page and day of its capture. */
  readonly url: string | null;
  readonly captured: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly basis: Readonly<Record<'region' | 'year' | 'issuerKind' | 'published' | 'signed', Basis | null>>;
  readonly chromeLines: readonly number[];
  readonly outline: readonly {
    readonly depth: number;
    readonly text: string;
    readonly line: number;
    readonly runsIn: boolean;
  }[];
  readonly sections: readonly {
    readonly role: Role;
    readonly where: 'own' | 'inside' | 'absent';
    readonly heading: string | null;
    /** `text`: the heading says so; `inferred`: order and wording do. */
    readonly basis: 'text' | 'inferred';
  }[];
  readonly issues: readonly Issue[];
  readonly transformations: readonly { readonly rule: string; readonly count: number }[];
  /** Where the letters of the input went; null for one that could not be read. */
  readonly ledger: Ledger | null;
  /** Paragraphs, headings and table cells as they would be published, text only; only where asked for. */
  readonly body?: readonly string[];
}

/** What a body shows, block by block, cell by cell. */
const shownTexts = (body: string): string[] => reportBlocks(body).flatMap(blockTexts);

/** Lines taken as page noise; the page's table, the title and the signature are none. */
const chromeLines = (found: Recognition): number[] =>
  found.excluded.filter(({ rule }) => rule.startsWith('chrome/')).map(({ number }) => number);

/** What a record tells beside what was recognised. `reportId` is null where it cannot be settled. */
export interface RecordFacts {
  readonly file: string;
  readonly reportId: string | null;
  readonly issues: readonly Issue[];
  readonly format: CaptureFormat;
  readonly url: string | null;
  readonly captured: string | null;
  readonly ledger: FullLedger;
  /** The Markdown whose words the record is to hold; null where it is to hold none. */
  readonly body: string | null;
}

/** The record of an input that was recognised. */
export function importRecord(
  found: Recognition,
  names: RegionNames,
  { file, reportId, issues, format, url, captured, ledger, body }: RecordFacts,
): ImportRecord {
  const { differences: _, restored: __, titleText: ___, ...account } = ledger;
  const { region } = found;
  return {
    file,
    isReport: found.likeness.isReport,
    reportId,
    path: reportId === null ? null : `reports/${reportFile(reportId)}`,
    title: found.title,
    titleBasis: found.title === null ? null : found.titleBasis,
    region: region && {
      code: region.code,
      name: region.name,
      path: names.tree.pathNames(region.code, found.year ?? undefined),
    },
    regionCandidates: found.regionCandidates.map(({ code }) => code),
    year: found.year,
    issuers: found.issuers,
    issuerKind: found.issuerKind,
    published: found.published?.day.value ?? null,
    signed: found.signed?.day.value ?? null,
    sourceMedium: found.medium,
    url,
    captured,
    indexNumber: found.indexNumber,
    documentNumber: found.documentNumber,
    basis: {
      region: region && found.regionBasis,
      year: found.year === null ? null : found.yearBasis,
      issuerKind: found.issuerKind && found.issuerKindBasis,
      published: found.published?.basis ?? null,
      signed: found.signed?.basis ?? null,
    },
    chromeLines: format === 'txt' ? chromeLines(found) : [],
    outline: found.headings.map(({ depth, text, line, runsIn }) => ({ depth, text, line, runsIn })),
    sections: found.sections.map(({ role, where, heading, basis }) => ({ role, where, heading, basis })),
    issues,
    transformations: found.tally.list(),
    ledger: account,
    ...(body === null ? {} : { body: shownTexts(body) }),
  };
}

/** What a record says where nothing could be read. */
const nothingRecognised: Omit<ImportRecord, 'file'> = {
  isReport: null,
  reportId: null,
  path: null,
  title: null,
  titleBasis: null,
  region: null,
  regionCandidates: [],
  year: null,
  issuers: [],
  issuerKind: null,
  published: null,
  signed: null,
  sourceMedium: null,
  url: null,
  captured: null,
  indexNumber: null,
  documentNumber: null,
  basis: { region: null, year: null, issuerKind: null, published: null, signed: null },
  chromeLines: [],
  outline: [],
  sections: [],
  issues: [],
  transformations: [],
  ledger: null,
};

/** The record of an input that could not be read at all. */
export function unreadRecord(file: string, issues: readonly Issue[]): ImportRecord {
  return { file, ...nothingRecognised, issues };
}
