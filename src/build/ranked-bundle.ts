import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { reportId } from '../archive/report-id.ts';
import { soundReport } from '../content-files/report-store.ts';
import { anchoredBlocks } from '../render/anchored-blocks.ts';
import { reportBlocks } from '../render/report-blocks.ts';
import { indexedPage } from './indexed-page.ts';

const isInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** A bundle to be built: plain data, so that it can be sent to another process. */
export interface BundleOrder {
  /** Content folder. */
  readonly content: string;
  /** Report files, relative to the content folder, and the level of each one's region. */
  readonly members: readonly { readonly file: string; readonly level: string }[];
  /** Folder that will hold Pagefind's files. */
  readonly out: string;
  /** At most so many files of report texts, for hosts that cap the number of files; null for one a report. */
  readonly fragments: number | null;
}

/** Builds one bundle of ranked search with Pagefind; throws when it refuses a report. */
export async function builtBundle({ content, members, out, fragments }: BundleOrder): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: 'zh',
    writePlayground: false,
    ...(fragments === null ? {} : { maxFragments: fragments }),
  });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  for (const { file, level } of members) {
    const { report, body } = soundReport(content, file);
    const page = indexedPage(report, anchoredBlocks(reportBlocks(body)), level);
    const added = await index.addHTMLFile({ url: `reports/${reportId(report)}/`, content: page });
    if (added.errors.length > 0) throw new Error(`Pagefind refuses ${file}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: out });
  if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  await close();
  // Pagefind's own interfaces, of which the archive uses none; a large archive would have them in every bundle.
  for (const name of readdirSync(out)) if (isInterface.test(name)) rmSync(join(out, name));
}
