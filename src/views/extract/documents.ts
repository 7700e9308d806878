import { documentKey } from '../../analysis/documents/document-key.ts';
import type { DocumentMention } from '../../analysis/documents/named-documents.ts';
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import type { DocumentKind } from '../../archive/lexicons/document-kind.ts';
import type { DocumentEntry } from '../../archive/lexicons/document-register-schema.ts';
import { provinceOfCode, stateCode } from '../../archive/region-code.ts';
import type { ReportId } from '../../archive/report-id.ts';
import type { ReportSummary } from '../../archive/report-summary.ts';
import { compareText } from '../../text/order.ts';
import { headingOf, type PlaceGroup, placeGroups, rowOfYears } from '../place-groups.ts';
import type { RegionCount } from '../region.ts';

/** What lists need of a mention. */
export type KeptMention = Omit<DocumentMention, 'start' | 'end'>;

/** The mentions in a report; none where the program failed. */
export type MentionsOf = (id: ReportId) => readonly KeptMention[];

/** One document in all reports that name it. */
export interface CollectedDocument {
  readonly key: string;
  readonly kind: DocumentKind;
  /** The register's name for it, else the spelling that most reports have. */
  readonly name: string;
  /** By region, then year, as the index has them. */
  readonly reports: readonly ReportSummary[];
  /** Full spellings with the reports that have them, and numbers likewise; the most frequent first. */
  readonly spellings: readonly NamedCount[];
  readonly numbers: readonly NamedCount[];
  /** What curators know of it; null where it is not registered. */
  readonly known: DocumentEntry | null;
}

/** A name and how many reports have it. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** All documents that reports name, by key, in the order of their names. */
export type DocumentCollection = ReadonlyMap<string, CollectedDocument>;

const byCount = (counts: ReadonlyMap<string, number>): NamedCount[] =>
  [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));

/** A number with its brackets and digits written one way, by which spellings of it are one. */
const plainNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[[(【﹝]/gu, '〔')
    .replace(/[\])】﹞]/gu, '〕')
    .replace(/〕第/u, '〕');

interface Collecting {
  readonly kind: DocumentKind;
  readonly reports: ReportSummary[];
  readonly spellings: Map<string, number>;
  readonly numbers: Map<string, number>;
}

/** Collects the documents that the archive's reports name. Linear in the number of mentions. */
export function documentCollection(
  { reports }: ArchiveIndex,
  mentionsOf: MentionsOf,
  register: readonly DocumentEntry[],
): DocumentCollection {
  const known = new Map(register.map((entry) => [documentKey(entry.name), entry]));
  const collected = new Map<string, Collecting>();
  const add = (counts: Map<string, number>, names: ReadonlySet<string>): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const report of reports)
    for (const [key, mentions] of Map.groupBy(mentionsOf(report.id), (mention) => mention.key)) {
      const [first] = mentions;
      if (!first) continue;
      const own: Collecting = collected.get(key) ?? {
        kind: first.kind,
        reports: [],
        spellings: new Map(),
        numbers: new Map(),
      };
      collected.set(key, own);
      own.reports.push(report);
      // A short name that a report gave says nothing to others.
      add(own.spellings, new Set(mentions.flatMap(({ basis, name }) => (basis === 'alias' ? [] : [name]))));
      add(own.numbers, new Set(mentions.flatMap(({ number }) => (number === null ? [] : [plainNumber(number)]))));
    }
  const documents = [...collected].map(([key, { kind, reports: naming, spellings, numbers }]): CollectedDocument => {
    const entry = known.get(key) ?? null;
    const names = byCount(spellings);
    return {
      ...{ key, kind, name: entry?.name ?? names[0]?.name ?? key, reports: naming, spellings: names },
      ...{ numbers: byCount(numbers), known: entry },
    };
  });
  return new Map(
    documents.sort((a, b) => compareText(a.name, b.name) || compareText(a.key, b.key)).map((one) => [one.key, one]),
  );
}

/** Whether a document has a page of its own: where several reports name it, or curators know what it is. */
export const hasDocumentPage = ({ reports, known }: CollectedDocument): boolean =>
  reports.length >= 2 || known !== null;

/** A document in a list. */
export interface DocumentRow {
  readonly key: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly count: number;
  /** First and last year reported on in which it is named. */
  readonly first: number;
  readonly last: number;
}

const rowOf = ({ key, name, kind, reports }: CollectedDocument): DocumentRow => ({
  ...{ key, name, kind, count: reports.length },
  first: Math.min(...reports.map(({ year }) => year)),
  last: Math.max(...reports.map(({ year }) => year)),
});

/** A list of documents: those that reports of several provinces name, or those that one province's reports alone do. */
export interface DocumentListView {
  /** `000000` for those of several provinces. */
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly part: number;
  readonly of: number;
  readonly rows: readonly DocumentRow[];
}

/** What the page of all documents shows. */
export interface DocumentsView {
  /** Documents that are named at all, and those that several reports name. */
  readonly named: number;
  readonly shared: number;
  /** Reports that were looked at. */
  readonly reports: number;
  readonly first: DocumentListView;
  readonly below: readonly RegionCount[];
}

/** So many documents are listed on one page. */
const listed = 100;

/** The province whose reports alone name a document; the State where several do. */
function ownerOf({ reports }: CollectedDocument): string {
  const provinces = new Set(reports.map(({ region }) => provinceOfCode(region)));
  const [only = stateCode] = provinces;
  return provinces.size === 1 ? only : stateCode;
}

/** All lists of documents that several reports name, in parts that can be read through; the first is there always. */
export function documentLists({ tree }: ArchiveIndex, collection: DocumentCollection): DocumentListView[] {
  const shared = [...collection.values()].filter(hasDocumentPage);
  const lists = Map.groupBy(shared, ownerOf);
  const codes = [stateCode, ...[...lists.keys()].filter((code) => code !== stateCode).sort()];
  return codes.flatMap((code) => {
    const own = lists.get(code) ?? [];
    const of = Math.max(1, Math.ceil(own.length / listed));
    return Array.from({ length: of }, (_, at) => ({
      ...{ code, name: tree.region(code)?.name ?? code, count: own.length, part: at + 1, of },
      rows: own.slice(at * listed, (at + 1) * listed).map(rowOf),
    }));
  });
}

/** The page of all documents. */
export function documentsView(index: ArchiveIndex, collection: DocumentCollection): DocumentsView {
  const [first, ...others] = documentLists(index, collection);
  if (!first) throw new Error('There always is a first list.');
  return {
    ...{ named: collection.size, reports: index.reports.length, first },
    shared: [...collection.values()].filter(hasDocumentPage).length,
    below: others
      .filter(({ code, part }) => code !== stateCode && part === 1)
      .map(({ code, name, count }) => ({ code, name, count })),
  };
}

/** What a document's page shows: of the whole country, or of one province or prefecture where many reports name it. */
export interface DocumentView {
  readonly key: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly known: Pick<DocumentEntry, 'about' | 'number' | 'source'> | null;
  /** From the province down; empty for the whole country. */
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly count: number;
  readonly spellings: readonly NamedCount[];
  readonly numbers: readonly NamedCount[];
  /** Newest first, from the last to the first in which it is named: reports that name it, of reports held. */
  readonly years: readonly { readonly year: number; readonly naming: number; readonly held: number }[];
  /** The reports of the first year and of the last year that name it, a few of each. */
  readonly first: readonly DocumentPlace[];
  readonly last: readonly DocumentPlace[];
  readonly groups: readonly PlaceGroup[];
  /** Parts with pages of their own. */
  readonly parts: readonly RegionCount[];
}

/** A report that names a document. */
export interface DocumentPlace {
  readonly id: ReportId;
  readonly place: string;
  readonly year: number;
}

/** More reports than that are listed part by part. */
const readable = 400;
/** So many reports of the first and the last year are named. */
const few = 3;
/** So many spellings and numbers are listed. */
const spelled = 30;

/** The pages of a document: one, or where many reports name it one a province and a prefecture besides. */
export function documentViews(index: ArchiveIndex, document: CollectedDocument): DocumentView[] {
  const { tree, ofYear } = index;
  const { key, name, kind, known, spellings, numbers } = document;
  const years = document.reports.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const naming = Map.groupBy(document.reports, ({ year }) => year);
  const places = (year: number): DocumentPlace[] =>
    (naming.get(year) ?? [])
      .slice(0, few)
      .map(({ id, regionPath }) => ({ id, place: regionPath.join(' ') || '国家', year }));
  const shared = {
    ...{ key, name, kind, spellings: spellings.slice(0, spelled), numbers: numbers.slice(0, spelled) },
    known: known && {
      about: known.about,
      source: known.source,
      ...(known.number === undefined ? {} : { number: known.number }),
    },
    years: Array.from({ length: last - first + 1 }, (_, at) => last - at).map((year) => ({
      ...{ year, naming: naming.get(year)?.length ?? 0, held: ofYear(year).length },
    })),
    ...{ first: places(first), last: places(last) },
  };
  const page = (
    path: DocumentView['path'],
    reports: readonly ReportSummary[],
    level: 'province' | 'prefecture',
  ): DocumentView[] => {
    const view = { ...shared, path, count: reports.length };
    if (reports.length <= readable || path.length > 1)
      return [{ ...view, groups: placeGroups(tree, reports, level, rowOfYears), parts: [] }];
    const units = [...Map.groupBy(reports, (report) => headingOf(tree, report, level))].flatMap(([unit, some]) =>
      unit && unit.code !== path.at(-1)?.code ? [{ unit, some }] : [],
    );
    const inParts = new Set(units.flatMap(({ some }) => some));
    const own = reports.filter((report) => !inParts.has(report));
    return [
      {
        ...{ ...view, groups: placeGroups(tree, own, level, rowOfYears) },
        parts: units.map(({ unit, some }) => ({ code: unit.code, name: unit.name, count: some.length })),
      },
      ...units.flatMap(({ unit, some }) => page([...path, { code: unit.code, name: unit.name }], some, 'prefecture')),
    ];
  };
  return page([], document.reports, 'province');
}

/** Columns of the table of documents, and of the tables of mentions, as files. */
export const documentColumns = ['key', 'name', 'kind', 'numbers', 'reports', 'first_year', 'last_year'] as const;
export const mentionColumns = ['report', 'region', 'year', 'key', 'name', 'number', 'kind', 'basis', 'anchor'] as const;

/** Every document as a row of a file, a cell for each of `documentColumns`. */
export function documentRows(collection: DocumentCollection): (string | number)[][] {
  return [...collection.values()].map((document) => {
    const { key, name, kind, count, first, last } = rowOf(document);
    return [key, name, kind, document.numbers.map((number) => number.name).join(' '), count, first, last];
  });
}

/** The mentions in reports as rows of a file, a cell for each of `mentionColumns`. */
export function mentionRows(reports: readonly ReportSummary[], mentionsOf: MentionsOf): (string | number)[][] {
  return reports.flatMap(({ id, region, year }) =>
    mentionsOf(id).map(({ key, name, number, kind, basis, anchor }) => [
      ...[id, region, year, key, name, number ?? '', kind, basis, anchor],
    ]),
  );
}

/** A document that one report names. */
export interface NamedHere {
  readonly key: string;
  /** As the report first writes it. */
  readonly name: string;
  readonly number: string | null;
  /**
   * Whether it is known to have a page: it is registered, or other reports of the same province name it. What other
   * provinces name, a part of the archive that is built apart cannot know.
   */
  readonly hasPage: boolean;
  readonly isOpen: boolean;
  /** The paragraphs that name it, without `#`, in order, each once. */
  readonly anchors: readonly string[];
}

/** The documents that a report names, each once, in the order in which it first names them. */
export function documentsOfReport(
  mentions: readonly KeptMention[],
  collection: DocumentCollection,
  province: string,
): NamedHere[] {
  const isKnown = ({ reports, known }: CollectedDocument): boolean =>
    known !== null || reports.filter(({ region }) => provinceOfCode(region) === province).length >= 2;
  return [...Map.groupBy(mentions, ({ key }) => key)].flatMap(([key, own]) => {
    const first = own.find(({ basis }) => basis !== 'alias') ?? own[0];
    if (!first) return [];
    const document = collection.get(key);
    return [
      {
        ...{ key, name: first.name, number: own.find(({ number }) => number !== null)?.number ?? null },
        hasPage: document !== undefined && isKnown(document),
        isOpen: own.some(({ isOpen }) => isOpen),
        anchors: [...new Set(own.map(({ anchor }) => anchor))],
      },
    ];
  });
}
