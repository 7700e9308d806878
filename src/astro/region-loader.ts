import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { issueText } from '../archive/issue.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { settings } from '../host/settings.ts';
import { reloadOnChange } from './reload-on-change.ts';

/**
 * Loads the register of regions for the dev server: one entry for each unit and period of its life. Errors in it are
 * told, and the sound lines shown. A build reads the register itself, and the store has nothing.
 */
export function regionLoader(): Loader {
  return {
    name: 'region-loader',
    async load({ store, parseData, generateDigest, watcher, logger }) {
      if (!watcher) return store.clear();
      const { content: folder } = settings();
      const loadAll = async (): Promise<void> => {
        const { regions, issues } = readRegionRegister(folder);
        for (const issue of issues) if (issue.severity === 'error') logger.error(issueText(issue));
        const entries = await Promise.all(
          regions.map(async (region) => {
            const id = `${region.code}-${region.since ?? ''}`;
            const data = { ...region };
            return { id, data: await parseData({ id, data }), digest: generateDigest(data) };
          }),
        );
        // Without a pause between, so that no page is asked for while regions are missing; in the register's order.
        store.clear();
        for (const entry of entries) store.set(entry);
      };
      await loadAll();
      reloadOnChange({ watcher, logger }, [join(folder, 'regions')], loadAll);
    },
  };
}
