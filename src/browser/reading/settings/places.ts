/** Where places are kept, and of how many reports. */
const kept = 'places';
const most = 50;

/** Where a report was left: its page's path and the anchor of the paragraph, newest first. */
export type ReadingPlaces = readonly (readonly [page: string, anchor: string])[];

/** Places as they were written down, whatever that may be by now; what is strange is left out. */
export function placesFrom(text: string | null): ReadingPlaces {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown) => {
      if (!Array.isArray(entry)) return [];
      const [page, anchor]: unknown[] = entry;
      return typeof page === 'string' && typeof anchor === 'string' ? [[page, anchor] as const] : [];
    });
  } catch {
    return [];
  }
}

/** The places with a page's own put first, or taken away where it has none any more; fifty at most. */
export function placesWith(places: ReadingPlaces, page: string, anchor: string | null): ReadingPlaces {
  const others = places.filter(([other]) => other !== page);
  return (anchor === null ? others : [[page, anchor] as const, ...others]).slice(0, most);
}

function stored(): ReadingPlaces {
  try {
    return placesFrom(localStorage.getItem(kept));
  } catch {
    return [];
  }
}

/** The anchor where a page was left on this device, or null. */
export function keptPlace(page: string): string | null {
  return stored().find(([other]) => other === page)?.[1] ?? null;
}

/** Keeps where a page was left; null forgets it. A browser that keeps nothing keeps none. */
export function keepPlace(page: string, anchor: string | null): void {
  try {
    localStorage.setItem(kept, JSON.stringify(placesWith(stored(), page, anchor)));
  } catch {
    // Reading goes on without it.
  }
}

/** Forgets all places. */
export function forgetPlaces(): void {
  try {
    localStorage.removeItem(kept);
  } catch {
    // There is nothing to forget.
  }
}
