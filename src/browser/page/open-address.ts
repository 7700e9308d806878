/** Opens a page of the site in place of this one. */
export const openAddress = (address: string): void => location.assign(address);
