import type { ReadLine } from '../lines/reading.ts';
import { type PageBounds, type PageParts, pageParts } from './page-parts.ts';

/** Lines that a title or a field's value can reach over. */
const reach = 5;

/** A line as recognition reads it; as it stands where that would move its letters. */
function viewed(line: ReadLine, view: (text: string) => string): ReadLine {
  if (line.kind !== 'text') return line;
  const text = view(line.text);
  return text.length === line.text.length ? { ...line, text } : line;
}

/**
 * Divides an input (see `pageParts`) by how recognition reads it, letter by letter the same length (a page in traditional
 * characters in simplified ones); title, values and text are given as they stand. Labels have their usual form.
 */
export function viewedParts(lines: readonly ReadLine[], bounds: PageBounds, view: (text: string) => string): PageParts {
  const read = lines.map((line) => viewed(line, view));
  const isSame = read.every((line, at) => line === lines[at] || JSON.stringify(line) === JSON.stringify(lines[at]));
  if (isSame) return pageParts(lines, bounds);
  const parts = pageParts(read, { ...bounds, titles: new Set([...bounds.titles].map(view)) });
  const asItStands = new Map(lines.map((line) => [line.number, line]));
  const original = (piece: string, number: number | null): string => {
    const from = read.findIndex((line) => line.number === number);
    if (from < 0) return piece;
    const words = (all: readonly ReadLine[]): string =>
      all
        .slice(from)
        .flatMap((line) => (line.kind === 'text' && line.text.trim() !== '' ? [line.text.trim()] : []))
        .slice(0, reach)
        .join(' ');
    const at = words(read).indexOf(piece.trim());
    return at < 0 ? piece : words(lines).slice(at, at + piece.trim().length);
  };
  return {
    ...parts,
    body: parts.body.map((line) => asItStands.get(line.number) ?? line),
    title: parts.title === null ? null : original(parts.title, parts.titleLine),
    fields: parts.fields.map((field) => ({ ...field, value: original(field.value, field.line) })),
  };
}
