import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';

/** Lines of context around a change. */
const context = 3;
/** Lines taken out and put in that are sought at most: the time grows with their square. */
const mostChanges = 3000;
/** Milliseconds for the search, unless told otherwise; texts of millions of equal lines outlast the bound above. */
const mostTime = 5000;

/** The lines of a text as a hunk shows them, each behind its sign. */
function signed(sign: '-' | '+', text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const isEnded = lines.at(-1) === '';
  const shown = (isEnded ? lines.slice(0, -1) : lines).map((line) => sign + line);
  return isEnded ? shown : [...shown, '\\ No newline at end of file'];
}

/** All lines out, all lines in: true of any two texts, and found at once. */
function replacement(oldFileName: string, newFileName: string, before: string, after: string): StructuredPatch {
  const removed = signed('-', before);
  const added = signed('+', after);
  const count = (lines: readonly string[]): number => lines.filter((line) => !line.startsWith('\\')).length;
  const hunk = { oldStart: 1, oldLines: count(removed), newStart: 1, newLines: count(added) };
  return {
    oldFileName,
    newFileName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [{ ...hunk, lines: [...removed, ...added] }],
  };
}

/**
 * The change from one text to another as a unified diff that `patch -p0` takes; empty where they are equal. `before`
 * null: a new file. Texts that have too little in common, or take more than `within` milliseconds, are replaced as a
 * whole.
 */
export function lineDiff(file: string, before: string | null, after: string, within = mostTime): string {
  const oldName = before === null ? '/dev/null' : file;
  const old = before ?? '';
  if (old === after) return '';
  const found = structuredPatch(oldName, file, old, after, undefined, undefined, {
    context,
    maxEditLength: mostChanges,
    timeout: within,
  });
  return formatPatch(found ?? replacement(oldName, file, old, after), FILE_HEADERS_ONLY);
}
