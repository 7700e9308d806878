import { type HeldPacks, isHeldPacks, recordCache, recordPath } from '../../offline/held-packs.ts';

/** What this device keeps, whole; null where it keeps nothing. `base` is the site's base path. */
export async function heldPacks(base: string): Promise<HeldPacks | null> {
  // A cache that is asked for by name would be made.
  if (!(await caches.has(recordCache))) return null;
  const response = await (await caches.open(recordCache)).match(base + recordPath);
  const value: unknown = await response?.json().catch(() => null);
  return isHeldPacks(value) ? value : null;
}

/** Writes down what this device keeps from now on. */
export async function writeHeld(base: string, held: HeldPacks): Promise<void> {
  await (await caches.open(recordCache)).put(base + recordPath, new Response(JSON.stringify(held)));
}
