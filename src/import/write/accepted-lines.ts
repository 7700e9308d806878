/** Most lines that one import accepts; a mistyped range is no reason to count to a billion. */
const mostLines = 100_000;

/** The lines that `3,45-46` names; null where it is not so written, or names none or too many. */
export function acceptedLines(text: string): Set<number> | null {
  const lines = new Set<number>();
  for (const part of text.split(/[,，、\s]+/).filter((part) => part !== '')) {
    const [, first, last = first] = /^(\d{1,6})(?:[-–—~～](\d{1,6}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || lines.size + to - from >= mostLines) return null;
    for (let line = from; line <= to; line++) lines.add(line);
  }
  return lines.size === 0 ? null : lines;
}
