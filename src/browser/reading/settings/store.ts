import { firstLookOf, lookOf, type ReadingSettings, settingsFrom } from './settings.ts';

/** Settings are kept under this name; the first look made from them under `look`, as `public/page.js` expects. */
const kept = 'settings';

/** Told with every change: a page may hold two copies of this module, its own and the reading room's. */
const changed = 'archive:settings';

const listeners = new Set<(settings: ReadingSettings) => void>();
let current: ReadingSettings | null = null;

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function onChanged(event: Event): void {
  if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return;
  const settings = settingsFrom(event.detail);
  current = settings;
  for (const listener of listeners) listener(settings);
}

/** The settings in force on this page. */
export function readingSettings(): ReadingSettings {
  if (!current) {
    current = settingsFrom(stored(kept));
    document.addEventListener(changed, onChanged);
  }
  return current;
}

function apply(settings: ReadingSettings): void {
  document.documentElement.style.cssText = lookOf(settings);
  document.dispatchEvent(new CustomEvent(changed, { detail: JSON.stringify(settings) }));
}

function isWritten(settings: ReadingSettings): boolean {
  try {
    localStorage.setItem(kept, JSON.stringify(settings));
    localStorage.setItem('look', firstLookOf(settings));
    return true;
  } catch {
    return false;
  }
}

/** Applies settings to this page and keeps them on this device; false where the browser keeps nothing. */
export function changeSettings(change: Partial<ReadingSettings>): boolean {
  const settings = { ...readingSettings(), ...change };
  const isKept = isWritten(settings);
  apply(settings);
  return isKept;
}

/** Calls back with each change of the settings, on this page or another of the site. Returns what ends it. */
export function onSettings(listener: (settings: ReadingSettings) => void): () => void {
  readingSettings();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Puts on what the page's first look had no room for. Follows changes that are made in other windows, and on pages that
 * come back from the browser's memory. A kept look that the settings do not make is taken off again.
 */
export function followSettings(): void {
  const settings = readingSettings();
  if ((stored('look') ?? '') !== firstLookOf(settings)) isWritten(settings);
  const { style } = document.documentElement;
  const look = lookOf(settings);
  if (look !== '' || style.cssText !== '') style.cssText = look;
  const again = (): void => {
    const settings = settingsFrom(stored(kept));
    if (JSON.stringify(settings) !== JSON.stringify(readingSettings())) apply(settings);
  };
  addEventListener('storage', ({ key }) => {
    if (key === kept || key === null) again();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) again();
  });
}
