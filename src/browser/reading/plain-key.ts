import { readingSettings } from './settings/store.ts';

/** Where letters are written or choose something. */
const fields = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select';

/**
 * The key that was pressed alone and outside of fields; null where it means something else, or where the reader has
 * switched off keys that are pressed alone.
 */
export function plainKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return null;
  if (event.key.length === 1 && !readingSettings().keys) return null;
  const isTyping = event.target instanceof Element && event.target.closest(fields) !== null;
  return isTyping ? null : event.key;
}
