import { createHash } from 'node:crypto';
import { settings } from '../host/settings.ts';

/** What every page shows beside its view. */
const { contact, footer, isInvented } = settings();
const shown = [contact, footer, isInvented ? '1' : null];

/** Changes exactly when something that a page shows does: its view and the operator's settings. */
export function cacheKey(view: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([shown, view]))
    .digest('base64url')
    .slice(0, 22);
}
