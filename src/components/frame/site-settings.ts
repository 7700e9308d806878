// What whoever runs a copy of the archive may set in the environment of the build.

/** Where readers report errors or ask for a removal: a mail or web address; null where none is set. */
export const contact: string | null = process.env.ARCHIVE_CONTACT || null;

/** A line for the footer that the place of hosting requires, such as an ICP number; null where none is set. */
export const footerLine: string | null = process.env.ARCHIVE_FOOTER || null;

/** Whether the content folder is marked as invented (`npm run synth`): then every page says so. */
export const isInvented = process.env.ARCHIVE_INVENTED === '1';
