/** The path of the page that is open, ending in a slash: where its reading place is kept, and what report it is of. */
export const pagePath = (): string => location.pathname;
