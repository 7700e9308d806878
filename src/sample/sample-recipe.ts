/** A text as one word of a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The line by which anybody finds a report's lot. */
export const lotRecipe = (seed: string, id: string): string => `printf '%s' ${quoted(`${seed}:${id}`)} | sha256sum`;

/** Lines that draw an undivided sample of a whole release from its list, `reports.csv`. */
export function sampleRecipe(seed: string, count: number): string {
  return [
    `seed=${quoted(seed)}`,
    'tail -n +2 reports.csv | cut -d, -f1 | sort -u | while read -r id; do',
    `  printf '%s  %s\\n' "$(printf '%s' "$seed:$id" | sha256sum | cut -c1-64)" "$id"`,
    `done | LC_ALL=C sort | head -n ${count}`,
  ].join('\n');
}
