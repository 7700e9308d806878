import { blockText, type ReportBlock } from '../archive/report-block.ts';
import type { EditorNote } from '../archive/report-schema.ts';
import type { Annotation } from './annotated-text.ts';

/** Where each note's quote stands: by block index. `unplaced`: notes whose quote stands in no block. */
export function placedNotes(
  blocks: readonly ReportBlock[],
  notes: readonly EditorNote[],
  notesPage: string,
): { placed: Map<number, Annotation[]>; unplaced: EditorNote[] } {
  const placed = new Map<number, Annotation[]>();
  const unplaced: EditorNote[] = [];
  for (const [index, note] of notes.entries()) {
    let wanted = note.occurrence;
    let found = false;
    for (const [at, block] of blocks.entries()) {
      const text = blockText(block);
      let from = text.indexOf(note.quote);
      for (; from >= 0 && --wanted > 0; ) from = text.indexOf(note.quote, from + 1);
      if (from < 0) continue;
      found = true;
      const annotation = { from, to: from + note.quote.length, note: index + 1, notesPage };
      placed.set(at, [...(placed.get(at) ?? []), annotation]);
      break;
    }
    if (!found) unplaced.push(note);
  }
  return { placed, unplaced };
}
