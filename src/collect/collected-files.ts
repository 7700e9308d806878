import { join } from 'node:path';

/** What was done, line by line: see `Journal`. */
export const journalFile = (folder: string): string => join(folder, 'journal.jsonl');

/** Where bodies stand that may hold reports, each under its SHA-256, with their list `captures.csv`. */
export const capturesFolder = (folder: string): string => join(folder, 'captures');

/** Every answer of a run as it was sent. */
export const warcFile = (folder: string, run: string): string => join(folder, 'warc', `${run}.warc.gz`);
