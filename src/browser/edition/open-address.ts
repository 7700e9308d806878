import { editionAddress } from './edition-place.ts';

/** Stands in for `browser/page/open-address.ts` in an edition: folders have no page of their own accord. */
export const openAddress = (address: string): void => location.assign(editionAddress(address));
