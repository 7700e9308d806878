import { folded } from '../../../text/fold.ts';

/** A term of the glossary's page. */
export interface GlossaryEntry {
  readonly term: string;
  /** The term and its other wordings, folded. */
  readonly wordings: readonly string[];
  /** What the page says of it: its meaning, then its sources. */
  readonly lines: readonly string[];
}

/** A term that stands in a report: where first, and at how many places. */
export interface FoundTerm {
  readonly entry: GlossaryEntry;
  readonly anchor: string;
  readonly count: number;
}

/** The terms of the glossary's page, in its order. */
export function glossaryEntries(page: Document): GlossaryEntry[] {
  return [...page.querySelectorAll<HTMLElement>('[data-term]')].map((section) => {
    const { term = '', also = '' } = section.dataset;
    const wordings = [term, ...also.split('|')].map(folded).filter((wording) => wording !== '');
    const lines = [...section.querySelectorAll('p:not(:has(a))')].map((line) => line.textContent?.trim() ?? '');
    return { term, wordings, lines };
  });
}

/** Where one of the wordings begins, at or after a place; the longest of those that begin there. -1 where none does. */
function nextPlace(text: string, wordings: readonly string[], from: number): { at: number; length: number } {
  let best = { at: -1, length: 0 };
  for (const wording of wordings) {
    const at = text.indexOf(wording, from);
    if (at < 0) continue;
    if (best.at < 0 || at < best.at || (at === best.at && wording.length > best.length))
      best = { at, length: wording.length };
  }
  return best;
}

/** The terms that stand in a report's folded blocks, in the glossary's order; places of two wordings that overlap are one. */
export function foundTerms(
  entries: readonly GlossaryEntry[],
  blocks: readonly { readonly anchor: string; readonly text: string }[],
): FoundTerm[] {
  return entries.flatMap((entry): FoundTerm[] => {
    let first: string | null = null;
    let count = 0;
    for (const { anchor, text } of blocks)
      for (let from = 0; ; ) {
        const { at, length } = nextPlace(text, entry.wordings, from);
        if (at < 0) break;
        first ??= anchor;
        count++;
        from = at + length;
      }
    return first === null ? [] : [{ entry, anchor: first, count }];
  });
}
