/** Lines of context around a change. */
const context = 3;
/** Above this many cells the table of the exact comparison would grow too large; common ends are cut off first. */
const mostCells = 25_000_000;

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

function steps(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const same = (line: string): Step => ({ sign: ' ', line });
  return [...before.slice(0, head).map(same), ...changed(old, fresh), ...before.slice(before.length - tail).map(same)];
}

/** The shortest change between two lists, by the longest common subsequence. */
function changed(old: readonly string[], fresh: readonly string[]): Step[] {
  const removed = old.map((line): Step => ({ sign: '-', line }));
  const added = fresh.map((line): Step => ({ sign: '+', line }));
  if (old.length * fresh.length > mostCells || old.length === 0 || fresh.length === 0) return [...removed, ...added];
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === fresh[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const out: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      out.push({ sign: ' ', line: old[i++] ?? '' });
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
      out.push({ sign: '-', line: old[i++] ?? '' });
    else out.push({ sign: '+', line: fresh[j++] ?? '' });
  }
  return [...out, ...removed.slice(i), ...added.slice(j)];
}

/** The change from one text to another as a unified diff; empty where they are equal. `before` null: a new file. */
export function lineDiff(file: string, before: string | null, after: string): string {
  if (before === after) return '';
  const all = steps(before === null ? [] : before.split('\n'), after.split('\n'));
  const shown = new Set<number>();
  all.forEach(({ sign }, at) => {
    if (sign !== ' ') for (let near = at - context; near <= at + context; near++) shown.add(near);
  });
  const out = [`--- ${before === null ? '/dev/null' : file}`, `+++ ${file}`];
  let oldLine = 1;
  let newLine = 1;
  all.forEach(({ sign, line }, at) => {
    if (shown.has(at)) {
      if (!shown.has(at - 1)) out.push(`@@ -${oldLine} +${newLine} @@`);
      out.push(sign + line);
    }
    if (sign !== '+') oldLine++;
    if (sign !== '-') newLine++;
  });
  return `${out.join('\n')}\n`;
}
