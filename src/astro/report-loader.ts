import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { issueText } from '../archive/issue.ts';
import { readReportFile } from '../content-files/report-file.ts';
import { fileDigest, idOfReportFile, reportFiles, reportSummary } from '../content-files/report-store.ts';
import { programDigest } from '../host/program-digest.ts';
import { settings } from '../host/settings.ts';
import { reloadOnChange } from './reload-on-change.ts';

/**
 * Loads every report's metadata for the dev server; texts never enter the store (the page reads its own file). What is
 * wrong with a file is told, and what the server had of the report is kept. A build has its reports from its check, and
 * the store nothing.
 */
export function reportLoader(): Loader {
  return {
    name: 'report-loader',
    async load({ store, meta, parseData, watcher, logger }) {
      if (!watcher) return store.clear();
      const { content: folder } = settings();
      const program = programDigest(['src/archive', 'src/astro', 'src/content-files']);
      // What an earlier program made of a file may not be what this one makes of it.
      if (meta.get('program') !== program) store.clear();
      meta.set('program', program);
      const loadAll = async (): Promise<void> => {
        const gone = new Set(store.keys());
        for (const file of reportFiles(folder)) {
          const id = idOfReportFile(file);
          gone.delete(id);
          const text = readFileSync(join(folder, file)).toString('utf8');
          const digest = fileDigest(text);
          if (store.get(id)?.digest === digest) continue;
          const { report, body, issues } = readReportFile(text, file);
          if (!report) {
            for (const issue of issues) logger.error(issueText(issue));
            continue;
          }
          store.set({ id, data: await parseData({ id, data: reportSummary(report, body, digest) }), digest });
        }
        for (const id of gone) store.delete(id);
      };
      await loadAll();
      reloadOnChange({ watcher, logger }, [join(folder, 'reports')], loadAll);
    },
  };
}
