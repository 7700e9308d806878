import { getCollection } from 'astro:content';
import type { Shortcomings } from './analysis/completeness/shortcomings.ts';
import { documentNames } from './analysis/documents/document-names.ts';
import type { MeasuredFigure, ReportExtract, ShownFigure } from './analysis/extract/report-extract.ts';
import { reportFigures } from './analysis/figures/figure.ts';
import { type MeasureFinder, measureFinder } from './analysis/figures/measures.ts';
import type { Lexicons } from './analysis/report-analysis.ts';
import { type ArchiveIndex, archiveIndex } from './archive/archive-index.ts';
import type { CoverageRecord } from './archive/coverage.ts';
import type { GlossaryTerm } from './archive/glossary-schema.ts';
import { type LetterAccount, type LetterTotals, letterTotals } from './archive/letter-account.ts';
import type { DocumentEntry } from './archive/lexicons/document-register-schema.ts';
import type { Indicators } from './archive/lexicons/indicators-schema.ts';
import type { RuleSet } from './archive/lexicons/rule-set-schema.ts';
import { regionTree } from './archive/region-tree.ts';
import type { ReportId } from './archive/report-id.ts';
import type { Report } from './archive/report-schema.ts';
import { isOverShards, rootShard, shardOfRegion } from './archive/shard.ts';
import { allWithdrawals, recordsWithWithdrawals, type Withdrawal } from './archive/withdrawal.ts';
import { cacheKey } from './astro/cache-key.ts';
import { type CheckedReport, checkedReports } from './content-check/check-memory.ts';
import { keptExtract } from './content-check/kept-extract.ts';
import { type KeptReading, type KeptReadings, keptReadings } from './content-check/kept-readings.ts';
import { captureBytes } from './content-files/capture-bytes.ts';
import { coverageRecords } from './content-files/coverage-register.ts';
import { glossaryTerms } from './content-files/glossary-register.ts';
import { documentEntries } from './content-files/lexicons/document-register.ts';
import { indicators as readIndicators } from './content-files/lexicons/indicator-register.ts';
import { ruleSets } from './content-files/lexicons/rule-register.ts';
import { readRegionRegister } from './content-files/region-register.ts';
import { soundReleases } from './content-files/releases/release-files.ts';
import { reportById } from './content-files/report-store.ts';
import { extractsApart, ownShards, shardManifests } from './content-files/shard-manifest.ts';
import { type SupersededReport, supersededReport, supersededReports } from './content-files/superseded-reports.ts';
import { withdrawnEntries } from './content-files/withdrawn-register.ts';
import { type Feed, feeds } from './exports/feeds.ts';
import { settings } from './host/settings.ts';
import type { DataArchive } from './open-data/data-table.ts';
import { dataTables } from './open-data/data-tables.ts';
import type { ReportText } from './open-data/report-json.ts';
import type { DataFile } from './open-data/table-addresses.ts';
import type { Release } from './releases/release.ts';
import { releaseStandings } from './releases/release-standings.ts';
import { analysedBlocks } from './render/analysed-report.ts';
import { anchoredBlocks } from './render/anchored-blocks.ts';
import { type RenderedReport, renderedBlocks, renderedReport } from './render/rendered-report.ts';
import { reportBlocks } from './render/report-blocks.ts';
import { hasRankedBundles } from './search/ranked-bundles.ts';
import { type DocumentCollection, documentCollection } from './views/extract/documents.ts';
import type { ReportFacts } from './views/extract/shortcomings.ts';

let checkedMemo: readonly CheckedReport[] | undefined;

/** What the check that every build begins with learned of each report. */
function checked(): readonly CheckedReport[] {
  checkedMemo ??= checkedReports(settings().cache);
  return checkedMemo;
}

/** The archive as the dev server's store has it. */
async function indexInStore(): Promise<ArchiveIndex> {
  const [reports, regions] = await Promise.all([getCollection('reports'), getCollection('regions')]);
  const tree = regionTree(regions.map(({ data }) => data));
  return archiveIndex(
    reports.map(({ data }) => data),
    tree,
  );
}

/** The archive as the check left it: of a part that is built apart, what its pages need. */
function checkedIndex(): ArchiveIndex {
  const { content, shard, shards } = settings();
  const isOwn = ownShards(shard, shards);
  const held = checked()
    .map(({ summary }) => summary)
    .filter(({ id }) => isOwn(shardOfRegion(id)) || (shard !== rootShard && isOverShards(id)));
  const left = shard === rootShard ? shardManifests(shards) : [];
  return archiveIndex([...held, ...left], regionTree(readRegionRegister(content).regions));
}

let memo: ArchiveIndex | undefined;

/**
 * The whole archive by place and year: from Astro's store under the dev server, which reloads content without reloading
 * modules; in a build from what its check learned. What else of the content a page shows it asks of the functions
 * below, which read its file each time.
 */
export async function catalogue(): Promise<ArchiveIndex> {
  if (import.meta.env.DEV) return indexInStore();
  memo ??= checkedIndex();
  return memo;
}

/** Names the state of the archive in files that readers save: changes whenever a report does. */
export async function archiveVersion(): Promise<string> {
  const { reports } = await catalogue();
  return cacheKey(reports.map(({ id, digest }) => [id, digest])).slice(0, 12);
}

let told: Map<string, Feed> | undefined;

/** What is new, by the name of its feed. */
export async function allFeeds(): Promise<Map<string, Feed>> {
  if (told && !import.meta.env.DEV) return told;
  told = feeds(await catalogue(), withdrawals());
  return told;
}

let files: readonly DataFile[] | undefined;

/** The files of all tables that the archive publishes. */
export async function dataFiles(): Promise<readonly DataFile[]> {
  if (files && !import.meta.env.DEV) return files;
  const archive: DataArchive = { index: await catalogue(), records: coverageEntries(), address: lastingAddress };
  files = dataTables.flatMap((table) => table.parts(archive).map((part) => ({ table, part })));
  return files;
}

/** Whether Pagefind ranks whole reports of the archive. */
export async function isRankedByPagefind(): Promise<boolean> {
  const { reports } = await catalogue();
  return hasRankedBundles(reports.length, settings().pagefind);
}

/** What curators have entered of reports that the archive does not hold; throws where an entry is not sound. */
export function coverageEntries(): CoverageRecord[] {
  const { content } = settings();
  return recordsWithWithdrawals(coverageRecords(content), withdrawnEntries(content));
}

/** The reports that were taken out of the archive; throws where an entry is not sound. */
export function withdrawals(): Withdrawal[] {
  const { content } = settings();
  const entered = withdrawnEntries(content).map(({ captures: _, ...withdrawal }) => withdrawal);
  return allWithdrawals(entered, coverageRecords(content));
}

/** The terms that the archive explains; throws where one is not sound. */
export function glossary(): GlossaryTerm[] {
  return glossaryTerms(settings().content);
}

function reportInFile(id: ReportId): KeptReading {
  const { report, body } = reportById(settings().content, id);
  return { report, blocks: reportBlocks(body) };
}

let kept: { readonly digests: ReadonlyMap<ReportId, string>; readonly readings: KeptReadings } | undefined;

/** What the check of this build has left of a report that it has read; null where it knew it from an earlier one. */
function keptOf<Kept>(id: ReportId, what: (readings: KeptReadings, digest: string) => Kept | null): Kept | null {
  kept ??= {
    digests: new Map(checked().map(({ summary }) => [summary.id, summary.digest])),
    readings: keptReadings(settings().cache),
  };
  const digest = kept.digests.get(id);
  return digest === undefined ? null : what(kept.readings, digest);
}

interface RecentReport {
  readonly id: ReportId;
  readonly held: KeptReading;
  /** Its text as its page had it. */
  text: ReportText | null;
}
let recent: RecentReport | undefined;

/** A report in force; a build asks for it for its page and its record in a row. */
function heldReport(id: ReportId): KeptReading {
  if (import.meta.env.DEV) return reportInFile(id);
  if (recent?.id !== id)
    recent = { id, held: keptOf(id, ({ reading }, digest) => reading(digest)) ?? reportInFile(id), text: null };
  return recent.held;
}

/** All metadata of a report in force, from its file; throws with all issues where that is not sound. */
export function reportRecord(id: ReportId): Report {
  return heldReport(id).report;
}

let released:
  | { readonly releases: readonly Release[]; readonly standings: ReturnType<typeof releaseStandings> }
  | undefined;

function readReleased(): NonNullable<typeof released> {
  const releases = soundReleases(settings().content);
  return { releases, standings: releaseStandings(releases) };
}

/** The releases of the archive, by number, and in which of them each text stands; throws where one is damaged. */
export function allReleases(): NonNullable<typeof released> {
  if (import.meta.env.DEV) return readReleased();
  released ??= readReleased();
  return released;
}

/** A report in force as its page shows it: metadata and text; throws with all issues where its file is not sound. */
export function shownReport(id: ReportId): { report: Report; rendered: RenderedReport } {
  const { report, blocks } = heldReport(id);
  const rendered = renderedBlocks(report, blocks);
  if (recent?.id === id) recent.text = rendered.blocks;
  return { report, rendered };
}

/** A report in force for programs: metadata and text; throws with all issues where its file is not sound. */
export function reportForData(id: ReportId): { report: Report; text: ReportText } {
  const { report, blocks } = heldReport(id);
  const made = recent?.id === id && !import.meta.env.DEV ? recent.text : null;
  return { report, text: made ?? anchoredBlocks(blocks) };
}

/** The lasting address of a path below the base: with the public origin where the operator has set one. */
export const lastingAddress = (path: string): string =>
  `${settings().site?.replace(/\/$/, '') ?? ''}${settings().base}${path}`;

/** Every superseded text, with what changes when its file does. */
export function versions(): (SupersededReport & { digest: string })[] {
  const { content } = settings();
  return supersededReports(content).map((version) => ({
    ...version,
    digest: supersededReport(content, version).digest,
  }));
}

/** A superseded text as its page shows it, with its own notes; throws with all issues where its file is not sound. */
export function shownVersion(version: SupersededReport): { report: Report; rendered: RenderedReport } {
  const { report, body } = supersededReport(settings().content, version);
  return { report, rendered: renderedReport(report, body, '') };
}

/** How many bytes each capture of a report has, in the order of its sources; null where a file is missing. */
export function captureSizes({ sources }: Report): (number | null)[] {
  return sources.map((source) => captureBytes(settings().content, source));
}

let accounts: ReadonlyMap<string, LetterAccount> | undefined;

/** What the check that every build begins with made out of each text and its capture; null under the dev server. */
function letterAccounts(): ReadonlyMap<string, LetterAccount> | null {
  // The dev server checks nothing, and what an earlier build found may be of another text.
  if (import.meta.env.DEV) return null;
  accounts ??= new Map(
    checked().flatMap(({ summary, account }) => (account === null ? [] : [[summary.id, account] as const])),
  );
  return accounts;
}

/** What the check made out of a report's text and its capture; null where none was made. */
export function letterAccount(id: ReportId): LetterAccount | null {
  return letterAccounts()?.get(id) ?? null;
}

/** The accounts of all reports added up; null where none were made. */
export function allLetters(): LetterTotals | null {
  const made = letterAccounts();
  return made && letterTotals(made.values());
}

/** The documents that curators know by name; throws where an entry is not sound. */
export function documentRegister(): DocumentEntry[] {
  return documentEntries(settings().content);
}

/** What the rules of the field ask of a report; throws where an entry is not sound. */
export function rules(): RuleSet[] {
  return ruleSets(settings().content);
}

/** What is measured, and by which words; throws where the list is not sound. */
export function indicators(): Indicators {
  return readIndicators(settings().content);
}

/** Changes whenever what is measured, or by which words, does. */
export function indicatorsDigest(): string {
  return cacheKey(indicators());
}

let finder: MeasureFinder | undefined;

let recentFigures: { readonly id: ReportId; readonly figures: Promise<readonly ShownFigure[] | null> } | undefined;

/**
 * Every figure of a report; null where the program fails, which the check tells of. A build asks for them for the page
 * and the file of them in a row.
 */
export function figuresOf(id: ReportId): Promise<readonly ShownFigure[] | null> {
  if (import.meta.env.DEV) return figuresInFile(id);
  if (recentFigures?.id !== id) {
    const figures = keptOf(id, (readings, digest) => readings.figures(digest));
    recentFigures = { id, figures: figures ? Promise.resolve(figures) : figuresInFile(id) };
  }
  return recentFigures.figures;
}

/** The same, taken out of its file. */
async function figuresInFile(id: ReportId): Promise<readonly ShownFigure[] | null> {
  const { report, blocks } = heldReport(id);
  if (import.meta.env.DEV || finder === undefined) finder = measureFinder(indicators());
  try {
    return reportFigures(analysedBlocks(report, blocks, (await catalogue()).tree), finder, report.year);
  } catch {
    return null;
  }
}

let extractTexts: ReadonlyMap<ReportId, string | null> | undefined;

/** What the check took out of each report, as it is kept. */
function keptExtracts(): ReadonlyMap<ReportId, string | null> {
  const { shard, shards } = settings();
  extractTexts ??= new Map([
    ...checked().map(({ summary, extract }) => [summary.id, extract] as const),
    ...(shard === rootShard ? extractsApart(shards) : []),
  ]);
  return extractTexts;
}

/** The same under the dev server, which checks nothing. */
async function freshExtract(id: ReportId): Promise<string | null> {
  const { report, body } = reportById(settings().content, id);
  const { tree } = await catalogue();
  const lexicons: Lexicons = {
    names: documentNames(documentRegister()),
    ruleSets: rules(),
    measuresOf: measureFinder(indicators()),
  };
  return keptExtract(report, body, { tree, lexicons }).extract;
}

/** What a program took out of a report, as text that changes whenever it does; null where it failed. */
export async function extractText(id: ReportId): Promise<string | null> {
  return import.meta.env.DEV ? freshExtract(id) : (keptExtracts().get(id) ?? null);
}

async function extractOf(id: ReportId): Promise<ReportExtract | null> {
  const text = await extractText(id);
  return text === null ? null : JSON.parse(text);
}

let factsMemo: ReadonlyMap<ReportId, ReportFacts | null> | undefined;

/** What a program took out of every report of the archive, but the documents; null for one in which it failed. */
export async function reportFacts(): Promise<ReadonlyMap<ReportId, ReportFacts | null>> {
  const made = async (): Promise<ReadonlyMap<ReportId, ReportFacts | null>> => {
    const facts = new Map<ReportId, ReportFacts | null>();
    for (const { id } of (await catalogue()).reports) {
      const extract = await extractOf(id);
      const passage = extract?.shortcomings ?? null;
      facts.set(
        id,
        extract && {
          completeness: extract.completeness,
          passage: passage && {
            paragraphs: passage.paragraphs.length,
            characters: passage.characters,
            causes: passage.causes.length,
          },
        },
      );
    }
    return facts;
  };
  if (import.meta.env.DEV) return made();
  factsMemo ??= await made();
  return factsMemo;
}

/** The documents that a report names; none where the program failed. */
export async function reportMentions(id: ReportId): Promise<ReportExtract['documents']> {
  return (await extractOf(id))?.documents ?? [];
}

/** The figures of reports that are of a measure; null for a report in which the program failed. */
export async function measuredFigures(
  ids: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, readonly MeasuredFigure[] | null>> {
  const found = new Map<ReportId, readonly MeasuredFigure[] | null>();
  for (const id of ids) found.set(id, (await extractOf(id))?.measured ?? null);
  return found;
}

let collectionMemo: DocumentCollection | undefined;

/** Every document that reports name. */
export async function namedDocumentsOfAll(): Promise<DocumentCollection> {
  const made = async (): Promise<DocumentCollection> => {
    const index = await catalogue();
    const mentions = new Map<ReportId, ReportExtract['documents']>();
    for (const { id } of index.reports) mentions.set(id, await reportMentions(id));
    return documentCollection(index, (id) => mentions.get(id) ?? [], documentRegister());
  };
  if (import.meta.env.DEV) return made();
  collectionMemo ??= await made();
  return collectionMemo;
}

/** The passages in which reports tell of their shortcomings; null for one that has none. */
export async function passages(ids: readonly ReportId[]): Promise<ReadonlyMap<ReportId, Shortcomings | null>> {
  const found = new Map<ReportId, Shortcomings | null>();
  for (const id of ids) found.set(id, (await extractOf(id))?.shortcomings ?? null);
  return found;
}
