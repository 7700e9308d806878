import { folder, shownPath } from './edition-place.ts';

/** Stands in for `browser/served/page-path.ts` in an edition: as if the page had an address of its own. */
export const pagePath = (): string => new URL(folder).pathname + shownPath();
