import { createHash } from 'node:crypto';

/** What every page shows beside its view; set to nothing is as good as not set. */
const { ARCHIVE_CONTACT, ARCHIVE_FOOTER, ARCHIVE_INVENTED } = process.env;
const settings = [ARCHIVE_CONTACT, ARCHIVE_FOOTER, ARCHIVE_INVENTED].map((value) => value || null);

/** Changes exactly when something that a page shows does: its view and the operator's settings. */
export function cacheKey(view: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, view]))
    .digest('base64url')
    .slice(0, 22);
}
