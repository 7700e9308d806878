/** A stretch of one text that stands in the other too (`isSame`), or does not. */
export interface Run {
  readonly text: string;
  readonly isSame: boolean;
}

/** Both texts as runs; joined, each side is its text. The runs marked same are equal on both sides, in order. */
export interface Difference {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** Runs with empty ones left out and neighbours of one kind joined. */
export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: { text: string; isSame: boolean }[] = [];
  for (const { text, isSame } of runs) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.isSame === isSame) last.text += text;
    else joined.push({ text, isSame });
  }
  return joined;
}
