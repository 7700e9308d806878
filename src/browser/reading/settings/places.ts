/** Where places are kept, and of how many reports. */
const kept = 'places';
const most = 50;

/** Where a report was left: its page's path, the anchor of the paragraph, and its title where that was kept too. */
export type ReadingPlace = readonly [page: string, anchor: string, title?: string];

/** The places of all reports, newest first. */
export type ReadingPlaces = readonly ReadingPlace[];

/** Places as they were written down, whatever that may be by now; what is strange is left out. */
export function placesFrom(text: string | null): ReadingPlaces {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown): ReadingPlace[] => {
      if (!Array.isArray(entry)) return [];
      const [page, anchor, title]: unknown[] = entry;
      if (typeof page !== 'string' || typeof anchor !== 'string') return [];
      return [typeof title === 'string' ? [page, anchor, title] : [page, anchor]];
    });
  } catch {
    return [];
  }
}

/** The places with a page's own put first, or taken away where it has none any more; fifty at most. */
export function placesWith(places: ReadingPlaces, page: string, anchor: string | null, title?: string): ReadingPlaces {
  const others = places.filter(([other]) => other !== page);
  if (anchor === null) return others.slice(0, most);
  const place: ReadingPlace = title === undefined ? [page, anchor] : [page, anchor, title];
  return [place, ...others].slice(0, most);
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

/** The report that was read last on this device, with where it was left and its title; null where there is none. */
export function lastRead(): { readonly page: string; readonly anchor: string; readonly title: string } | null {
  // Of whatever was written there, only addresses of this site.
  for (const [page, anchor, title] of stored())
    if (title !== undefined && /^\/(?!\/)/.test(page)) return { page, anchor, title };
  return null;
}

/** Keeps where a page of this title was left; a null anchor forgets it. A browser that keeps nothing keeps none. */
export function keepPlace(page: string, anchor: string | null, title: string): void {
  try {
    localStorage.setItem(kept, JSON.stringify(placesWith(stored(), page, anchor, title)));
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
