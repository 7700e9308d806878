import { blockText } from '../../../archive/report-block.ts';
import { addressedBlocks, blockInView, reportBlocksShown } from '../../page/block-in-view.ts';
import type { FetchedReport } from '../../served/fetched-report.ts';
import { ownPieces } from '../../served/own-words.ts';

/** A passage of a report in its own letters, and the anchor of the block where it begins. */
export interface QuotedPassage {
  readonly anchor: string;
  readonly text: string;
}

/** How long after it was given up a selection is still meant, in milliseconds: a touch on a tool gives it up. */
const lasting = 1500;

let selected: { readonly range: Range; until: number } | null = null;

function rangeInReport(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return document.querySelector('article.t')?.contains(range.commonAncestorContainer) ? range : null;
}

/** Remembers what is selected in the report, so that a tool whose button takes the selection still knows it. */
export function begin(): void {
  document.addEventListener('selectionchange', () => {
    const range = rangeInReport();
    if (range) selected = { range: range.cloneRange(), until: Number.POSITIVE_INFINITY };
    else if (selected?.until === Number.POSITIVE_INFINITY) selected.until = performance.now() + lasting;
  });
}

/** A block's words as shown, and from where to where in them a range reaches; offsets in UTF-16 units. */
function covered(block: HTMLElement, range: Range): { readonly shown: string; readonly from: number; to: number } {
  let shown = '';
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { node, text } of ownPieces(block.childNodes)) {
    const isReached = node !== null && range.intersectsNode(node);
    const begins = isReached && node === range.startContainer ? range.startOffset : 0;
    const ends = isReached && node === range.endContainer ? range.endOffset : text.length;
    if (isReached && begins < ends) {
      from = Math.min(from, shown.length + begins);
      to = shown.length + ends;
    }
    shown += text;
  }
  return { shown, from: Math.min(from, to), to };
}

function ownText(report: FetchedReport, anchor: string): string {
  const found = report.served.find((block) => block.anchor === anchor);
  return found ? blockText(found.block) : '';
}

function selectedPassage(range: Range, report: FetchedReport): QuotedPassage | null {
  const blocks = reportBlocksShown().filter((block) => range.intersectsNode(block));
  const pieces = blocks.flatMap((block) => {
    const { shown, from, to } = covered(block, range);
    if (from >= to) return [];
    // What is shown may be in traditional characters, one for one; a quotation keeps the report's own.
    const own = ownText(report, block.id);
    return [{ anchor: block.id, text: (own.length === shown.length ? own : shown).slice(from, to).trim() }];
  });
  const [first] = pieces;
  const text = pieces
    .map((piece) => piece.text)
    .filter((piece) => piece !== '')
    .join('\n');
  return first && text !== '' ? { anchor: first.anchor, text } : null;
}

/** The range that is selected in the report, or was until just now; null where none is. */
export function rememberedSelection(): Range | null {
  const range = rangeInReport() ?? (selected && selected.until > performance.now() ? selected.range : null);
  selected = null;
  return range;
}

/** What a quotation means: the selection given, else the paragraph in view; null where there is neither. */
export function quotedPassage(selection: Range | null, report: FetchedReport): QuotedPassage | null {
  const passage = selection && selectedPassage(selection, report);
  if (passage) return passage;
  const block = blockInView()?.closest(addressedBlocks);
  return block ? { anchor: block.id, text: ownText(report, block.id) } : null;
}
