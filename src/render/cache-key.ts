import { createHash } from 'node:crypto';

/** What an operator may set and every page shows. */
const settings = [process.env.ARCHIVE_CONTACT, process.env.ARCHIVE_FOOTER];

/** Changes exactly when something that a page shows does: its view and the operator's settings. */
export function cacheKey(view: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, view]))
    .digest('base64url')
    .slice(0, 22);
}
