import type { Loader } from 'astro/loaders';
import { contentFolder, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';

/** Loads every report's metadata; texts never enter the store (the page reads its own file). */
export function reportLoader(): Loader {
  return {
    name: 'report-loader',
    async load({ store, parseData, watcher }) {
      const folder = contentFolder();
      const loadAll = async (): Promise<void> => {
        const gone = new Set(store.keys());
        for (const file of reportFiles(folder)) {
          const { report, body, digest } = soundReport(folder, file);
          const data = reportSummary(report, body, digest);
          gone.delete(data.id);
          if (store.get(data.id)?.digest === digest) continue;
          store.set({ id: data.id, data: await parseData({ id: data.id, data }), digest });
        }
        for (const id of gone) store.delete(id);
      };
      await loadAll();
      watcher?.add(`${folder}/reports`);
      watcher?.on('all', (_event, path) => {
        if (path.endsWith('.md')) void loadAll();
      });
    },
  };
}
