import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { issueText } from '../archive/issue.ts';
import { regionTree } from '../archive/region-tree.ts';
import { coverageIssues } from '../content-files/coverage-register.ts';
import { glossaryIssues } from '../content-files/glossary-register.ts';
import { documentRegister } from '../content-files/lexicons/document-register.ts';
import { ruleRegister } from '../content-files/lexicons/rule-register.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { fileDigest } from '../content-files/report-store.ts';
import { withdrawnFile, withdrawnIssues } from '../content-files/withdrawn-register.ts';
import { settings } from '../host/settings.ts';
import { reloadOnChange } from './reload-on-change.ts';

/** Files that pages read themselves, relative to the content folder. */
const files = ['coverage.csv', 'glossary.yaml', 'documents.yaml', 'rules.yaml', withdrawnFile] as const;

/**
 * Tells the dev server when a file changes that pages read themselves, by an entry with the file's digest: only a
 * change of the store makes Astro ask pages anew which addresses they have. Nobody reads the entries, and a build has
 * none. What is wrong with the files is told.
 */
export function pageFileLoader(): Loader {
  return {
    name: 'page-file-loader',
    async load({ store, parseData, watcher, logger }) {
      store.clear();
      if (!watcher) return;
      const { content: folder } = settings();
      const loadAll = async (): Promise<void> => {
        const tree = regionTree(readRegionRegister(folder).regions);
        for (const issue of [
          ...coverageIssues(folder, tree),
          ...glossaryIssues(folder),
          ...documentRegister(folder).issues,
          ...ruleRegister(folder).issues,
          ...withdrawnIssues(folder, tree),
        ])
          logger.error(issueText(issue));
        for (const id of files) {
          const path = join(folder, id);
          const digest = existsSync(path) ? fileDigest(readFileSync(path, 'utf8')) : '';
          store.set({ id, data: await parseData({ id, data: { digest } }), digest });
        }
      };
      await loadAll();
      reloadOnChange(
        { watcher, logger },
        files.map((file) => join(folder, file)),
        loadAll,
      );
    },
  };
}
