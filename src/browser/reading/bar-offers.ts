/** Links and buttons that stand in the bar before the tools. */
const offered = new Set<HTMLElement>();
let listener: (() => void) | null = null;

/** What stands in the bar before the tools, in the order it came. */
export const barOffers = (): HTMLElement[] => [...offered];

/** Calls back whenever that changes; there is one bar. */
export function onBarOffers(changed: () => void): void {
  listener = changed;
}

/** Puts an element into the bar, before the tools. Returns what takes it away. */
export function offerInBar(element: HTMLElement): () => void {
  offered.add(element);
  listener?.();
  return () => {
    offered.delete(element);
    listener?.();
  };
}
