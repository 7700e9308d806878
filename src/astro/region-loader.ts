import type { Loader } from 'astro/loaders';
import { issueText } from '../archive/issue.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { settings } from '../host/settings.ts';

/** Loads the register of regions: one entry for each unit and period of its life. */
export function regionLoader(): Loader {
  return {
    name: 'region-loader',
    async load({ store, parseData, generateDigest }) {
      const { regions, issues } = readRegionRegister(settings().content);
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw new Error(errors.map(issueText).join('\n'));
      store.clear();
      for (const region of regions) {
        const id = `${region.code}-${region.since ?? ''}`;
        const data = { ...region };
        store.set({ id, data: await parseData({ id, data }), digest: generateDigest(data) });
      }
    },
  };
}
