import type { PrintedLine } from './rows.ts';

const pageNumber = /^[-—–－一·.\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–－一·.\s]*$/;
/** What a browser sets at the edges of a page that it prints: when and what above, the address and the page below. */
const printHead =
  /^(?:20\d{2}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}\/\d{1,2}\/(?:20)?\d{2})[,，]?\s*(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?$/;
const printFoot = /^(?:https?|file):\/\/\S+(?:\s+\d{1,3}\s*\/\s*\d{1,3})?$/;
/** Lines at the top or at the bottom of a page that can be none of the text, at most. */
const deepest = 3;

/** A line at the edge of a page that is none of the text, and by which rule. */
export interface EdgeLine {
  readonly line: PrintedLine;
  readonly rule: 'page/number' | 'page/running-head' | 'page/print-head';
}

const figuresOut = (text: string): string => text.replace(/\d+/g, '#');

/** As far apart as two lines of one running head may stand, in points. */
const nearby = 6;

/** Whether two lines stand at one place of their pages: a title and a signature of the same words do not. */
const isSamePlace = (one: PrintedLine, other: PrintedLine): boolean =>
  Math.abs(one.y - other.y) < nearby &&
  [one.left - other.left, one.right - other.right, (one.left + one.right - other.left - other.right) / 2].some(
    (distance) => Math.abs(distance) < nearby,
  );

/** Heads and feet that run over pages: the same words, but for figures, at one place near the edge of half the pages. */
function runningHeads(pages: readonly (readonly PrintedLine[])[]): Set<PrintedLine> {
  const byWords = new Map<string, PrintedLine[]>();
  for (const lines of pages)
    for (const line of new Set([...lines.slice(0, 2), ...lines.slice(-2)]))
      byWords.set(figuresOut(line.text), [...(byWords.get(figuresOut(line.text)) ?? []), line]);
  // On each of two pages it runs too, where it is no sentence.
  const runs = (text: string, count: number): boolean =>
    (count >= 3 && count > pages.length / 2) ||
    (pages.length === 2 && count === 2 && text.length <= 60 && !/[。；！？]/.test(text));
  return new Set(
    [...byWords].flatMap(([text, lines]) => {
      if (!runs(text, lines.length)) return [];
      const placed = lines.filter((line) => lines.some((other) => other !== line && isSamePlace(line, other)));
      return runs(text, placed.length) ? placed : [];
    }),
  );
}

/** The lines at the edges of pages that are none of the text: page numbers, running heads, what browsers print there. */
export function edgeLines(pages: readonly (readonly PrintedLine[])[]): EdgeLine[] {
  const heads = runningHeads(pages);
  // The title on the first page may run over the others in smaller letters.
  const usual = pages[1]?.find((line) => heads.has(line))?.size ?? 0;
  const isTitle = (line: PrintedLine): boolean => pages[0]?.includes(line) === true && line.size > usual + 1.5;
  const rule = (line: PrintedLine, isTop: boolean): EdgeLine['rule'] | null => {
    if (pageNumber.test(line.text)) return 'page/number';
    if ((isTop ? printHead : printFoot).test(line.text)) return 'page/print-head';
    return heads.has(line) && !isTitle(line) ? 'page/running-head' : null;
  };
  return pages.flatMap((lines) => {
    const found: EdgeLine[] = [];
    for (const isTop of [true, false]) {
      const inward = isTop ? lines : [...lines].reverse();
      for (const line of inward.slice(0, deepest)) {
        const own = found.some((edge) => edge.line === line) ? null : rule(line, isTop);
        if (own === null) break;
        found.push({ line, rule: own });
      }
    }
    return found;
  });
}
