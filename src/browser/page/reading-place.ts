/** A report of a list, or one of its places: `data-report` and `data-occurrence`, which is null for the report itself. */
export interface ListedPlace {
  readonly report: string;
  readonly occurrence: string | null;
}

/** Where a reader is in the results of a search. */
export interface ReadingPlace {
  /** Pixels that the page was scrolled. */
  readonly scrolled: number;
  /** The first place in view, and how many pixels below the window's edge it stands. */
  readonly first: (ListedPlace & { readonly top: number }) | null;
  readonly focused: ListedPlace | null;
  /** Height in pixels of each report that was listed. */
  readonly heights: readonly number[];
  /** Reports all of whose places were shown. */
  readonly opened: readonly string[];
}

const isPlace = (value: unknown): value is ReadingPlace =>
  typeof value === 'object' &&
  value !== null &&
  'heights' in value &&
  Array.isArray(value.heights) &&
  'opened' in value &&
  Array.isArray(value.opened);

/** The place that was kept in this entry of the history; null where there is none. */
export function keptPlace(): ReadingPlace | null {
  const state: unknown = history.state;
  return isPlace(state) ? state : null;
}

/** Keeps a place in this entry of the history, for who comes back to it. */
export function keepPlace(place: ReadingPlace): void {
  history.replaceState(place, '');
}

/** A listed place as it stands in a list now; null where it does not. */
export function listedElement(list: HTMLElement, { report, occurrence }: ListedPlace): HTMLElement | null {
  const frame = `[data-report="${CSS.escape(report)}"]`;
  return list.querySelector(occurrence === null ? frame : `${frame} [data-occurrence="${CSS.escape(occurrence)}"]`);
}

/** What an element of a list belongs to; null outside all reports. */
export function listedPlace(element: Element): ListedPlace | null {
  const report = element.closest<HTMLElement>('[data-report]')?.dataset.report;
  if (report === undefined) return null;
  return { report, occurrence: element.closest<HTMLElement>('[data-occurrence]')?.dataset.occurrence ?? null };
}

/** Where the reader is in a list of reports now. */
export function placeInList(list: HTMLElement, opened: Iterable<string>): ReadingPlace {
  const isInView = (element: Element): boolean => element.getBoundingClientRect().bottom > 0;
  const frames = [...list.querySelectorAll<HTMLElement>('[data-report]')];
  const frame = frames.find(isInView);
  const seen = [...(frame?.querySelectorAll('[data-occurrence]') ?? [])].find(isInView) ?? frame;
  const at = seen ? listedPlace(seen) : null;
  const { activeElement } = document;
  return {
    scrolled: scrollY,
    first: seen && at ? { ...at, top: seen.getBoundingClientRect().top } : null,
    focused: activeElement && list.contains(activeElement) ? listedPlace(activeElement) : null,
    heights: frames.map(({ offsetHeight }) => offsetHeight),
    opened: [...opened],
  };
}
