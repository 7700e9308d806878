import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { issueText } from '../archive/issue.ts';
import { isOverShards, rootShard, shardOfRegion } from '../archive/shard.ts';
import { readReportFile } from '../content-files/report-file.ts';
import { fileDigest, idOfReportFile, reportFiles, reportSummary } from '../content-files/report-store.ts';
import { ownShards, shardManifests } from '../content-files/shard-manifest.ts';
import { programDigest } from '../host/program-digest.ts';
import { type Settings, settings } from '../host/settings.ts';
import { reloadOnChange } from './reload-on-change.ts';

/** Files of the reports that a build reads itself: its own, and in a province those of all provinces' governments. */
function filesOf({ shard, shards, content }: Settings): string[] {
  const isOwn = ownShards(shard, shards);
  return reportFiles(content).filter((file) => {
    const id = idOfReportFile(file);
    return isOwn(shardOfRegion(id)) || (shard !== rootShard && isOverShards(id));
  });
}

/**
 * Loads every report's metadata; texts never enter the store (the page reads its own file). A file that is not sound
 * ends a build; the dev server tells what is wrong with it and keeps what it had of the report.
 */
export function reportLoader(): Loader {
  return {
    name: 'report-loader',
    async load({ store, meta, parseData, watcher, logger }) {
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
          const text = readFileSync(join(folder, file)).toString('utf8');
          const digest = fileDigest(text);
          if (store.get(id)?.digest === digest) continue;
          const { report, body, issues } = readReportFile(text, file);
          if (!report) {
            const faults = issues.map(issueText);
            if (!watcher) throw new Error(faults.join('\n'));
            for (const fault of faults) logger.error(fault);
            continue;
          }
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
      reloadOnChange({ watcher, logger }, [join(folder, 'reports')], loadAll);
    },
  };
}
