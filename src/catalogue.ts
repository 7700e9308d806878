import { getCollection } from 'astro:content';
import { type ArchiveIndex, archiveIndex } from './archive/archive-index.ts';
import type { CoverageRecord } from './archive/coverage.ts';
import type { GlossaryTerm } from './archive/glossary-schema.ts';
import { type LetterAccount, type LetterTotals, letterTotals } from './archive/letter-account.ts';
import { regionTree } from './archive/region-tree.ts';
import type { ReportId } from './archive/report-id.ts';
import type { Report } from './archive/report-schema.ts';
import { allWithdrawals, recordsWithWithdrawals, type Withdrawal } from './archive/withdrawal.ts';
import { cacheKey } from './astro/cache-key.ts';
import { rememberedAccounts } from './content-check/check-memory.ts';
import { captureBytes } from './content-files/capture-bytes.ts';
import { coverageRecords } from './content-files/coverage-register.ts';
import { glossaryTerms } from './content-files/glossary-register.ts';
import { reportById } from './content-files/report-store.ts';
import { type SupersededReport, supersededReport, supersededReports } from './content-files/superseded-reports.ts';
import { withdrawnEntries } from './content-files/withdrawn-register.ts';
import { settings } from './host/settings.ts';
import { type RenderedReport, renderedReport } from './render/rendered-report.ts';

let memo: Promise<ArchiveIndex> | undefined;

async function loadedIndex(): Promise<ArchiveIndex> {
  const [reports, regions] = await Promise.all([getCollection('reports'), getCollection('regions')]);
  const tree = regionTree(regions.map(({ data }) => data));
  return archiveIndex(
    reports.map(({ data }) => data),
    tree,
  );
}

/**
 * The whole archive by place and year: the one place where Astro is asked for content. What else of the content a page
 * shows it asks of the functions below, which read its file each time.
 */
export function catalogue(): Promise<ArchiveIndex> {
  // The dev server reloads content without reloading modules.
  if (import.meta.env.DEV) return loadedIndex();
  memo ??= loadedIndex();
  return memo;
}

/** Names the state of the archive in files that readers save: changes whenever a report does. */
export async function archiveVersion(): Promise<string> {
  const { reports } = await catalogue();
  return cacheKey(reports.map(({ id, digest }) => [id, digest])).slice(0, 12);
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

/** All metadata of a report in force, from its file; throws with all issues where that is not sound. */
export function reportRecord(id: ReportId): Report {
  return reportById(settings().content, id).report;
}

/** A report in force as its page shows it: metadata and text; throws with all issues where its file is not sound. */
export function shownReport(id: ReportId): { report: Report; rendered: RenderedReport } {
  const { report, body } = reportById(settings().content, id);
  return { report, rendered: renderedReport(report, body) };
}

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
  accounts ??= rememberedAccounts(settings().cache);
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
