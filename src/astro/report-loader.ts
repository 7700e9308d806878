import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { isOverShards, rootShard, shardOfRegion } from '../archive/shard.ts';
import { fileDigest, idOfReportFile, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';
import { ownShards, shardManifests } from '../content-files/shard-manifest.ts';
import { programDigest } from '../host/program-digest.ts';
import { type Settings, settings } from '../host/settings.ts';

/** Files of the reports that a build reads itself: its own, and in a province those of all provinces' governments. */
function filesOf({ shard, shards, content }: Settings): string[] {
  const isOwn = ownShards(shard, shards);
  return reportFiles(content).filter((file) => {
    const id = idOfReportFile(file);
    return isOwn(shardOfRegion(id)) || (shard !== rootShard && isOverShards(id));
  });
}

/** Loads every report's metadata; texts never enter the store (the page reads its own file). */
export function reportLoader(): Loader {
  return {
    name: 'report-loader',
    async load({ store, meta, parseData, watcher }) {
      const { content: folder, shard, shards } = settings();
      const program = programDigest(['src/archive', 'src/astro', 'src/content-files']);
      // What an earlier program made of a file may not be what this one makes of it.
      if (meta.get('program') !== program) store.clear();
      meta.set('program', program);
      const loadAll = async (): Promise<void> => {
        const gone = new Set(store.keys());
        for (const file of filesOf(settings())) {
          const id = idOfReportFile(file);
          gone.delete(id);
          const digest = fileDigest(readFileSync(join(folder, file), 'utf8'));
          if (store.get(id)?.digest === digest) continue;
          const { report, body } = soundReport(folder, file);
          store.set({ id, data: await parseData({ id, data: reportSummary(report, body, digest) }), digest });
        }
        for (const summary of shard === rootShard ? shardManifests(shards) : []) {
          const { id, digest } = summary;
          gone.delete(id);
          if (store.get(id)?.digest !== digest) store.set({ id, data: await parseData({ id, data: summary }), digest });
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
