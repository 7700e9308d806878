import { type FoldedText, folded, foldedWithMap } from '../text/fold.ts';
import { characterPairs, likeness } from '../text/likeness.ts';
import { characterDifference } from './character-difference.ts';

/** A stretch of a captured line: as it stands in the text, or changed: into other characters, or into nothing. */
export interface CapturedRun {
  readonly text: string;
  /** What the text has in its place; the same characters where nothing was changed. */
  readonly becomes: string;
}

/** A line of a capture: its runs, joined, are the line. */
export interface CapturedRow {
  /** Number of the line, from 1. */
  readonly number: number;
  /** The block of the text where the line begins to stand, by its place; null for a line that is not in the text. */
  readonly block: number | null;
  readonly runs: readonly CapturedRun[];
}

/** All blocks of the text folded, one after another, each unit with where it comes from. */
interface FoldedBlocks {
  readonly text: string;
  /** Where each block begins in `text`. */
  readonly starts: readonly number[];
  readonly blocks: readonly FoldedText[];
}

function foldedBlocks(texts: readonly string[]): FoldedBlocks {
  const blocks = texts.map(foldedWithMap);
  let length = 0;
  const starts = blocks.map(({ text }) => {
    const start = length;
    length += text.length;
    return start;
  });
  return { text: blocks.map(({ text }) => text).join(''), starts, blocks };
}

function joined(runs: readonly CapturedRun[]): CapturedRun[] {
  const out: { text: string; becomes: string }[] = [];
  for (const { text, becomes } of runs) {
    const last = out.at(-1);
    if (text === '') continue;
    if (last && last.text === last.becomes && text === becomes) {
      last.text += text;
      last.becomes += becomes;
    } else out.push({ text, becomes });
  }
  return out;
}

/**
 * A line set against the text, from `at` in the folded blocks on, to which it folds unit by unit: what lies between
 * two units (white space) or makes one up (a comma, half or full) is the same or has been changed.
 */
function exactRuns(
  line: string,
  map: FoldedText,
  texts: readonly string[],
  all: FoldedBlocks,
  at: number,
): CapturedRun[] {
  let block = all.starts.findLastIndex((start) => start <= at);
  let [doneHere, doneThere] = [0, -1];
  const runs: CapturedRun[] = [];
  for (let unit = 0; unit < map.text.length; unit++) {
    while (at + unit >= (all.starts[block + 1] ?? Number.POSITIVE_INFINITY)) {
      block++;
      doneThere = -1;
    }
    const [text = '', there] = [texts[block], all.blocks[block]];
    const own = at + unit - (all.starts[block] ?? 0);
    const [from, to] = [map.starts[unit] ?? 0, map.ends[unit] ?? 0];
    const [fromThere, toThere] = [there?.starts[own] ?? 0, there?.ends[own] ?? 0];
    // One character may fold to several units; it is compared with the first.
    if (to > doneHere) {
      const before = doneThere < 0 ? '' : text.slice(doneThere, fromThere);
      runs.push({ text: line.slice(doneHere, from), becomes: before });
      runs.push({ text: line.slice(Math.max(from, doneHere), to), becomes: text.slice(fromThere, toThere) });
    }
    [doneHere, doneThere] = [Math.max(doneHere, to), toThere];
  }
  runs.push({ text: line.slice(doneHere), becomes: '' });
  return joined(runs);
}

const whole = (line: string, becomes: string): CapturedRun[] => (line === '' ? [] : [{ text: line, becomes }]);

/** Lines shorter than this, folded, are not sought further on: they would be found anywhere. */
const leastSought = 8;
/** A line less like the block that is next than this is no version of it. */
const alike = 0.6;

/**
 * Sets the lines of a capture against the blocks of the text made from it, in order. `isExcluded` says of a line, by
 * its number, that it is known to be left out of the text. Blank lines are left out.
 */
export function capturedRows(
  lines: readonly string[],
  texts: readonly string[],
  isExcluded: (number: number) => boolean,
): CapturedRow[] {
  const all = foldedBlocks(texts);
  let at = 0;
  return lines.flatMap((line, index): CapturedRow[] => {
    const number = index + 1;
    const map = foldedWithMap(line);
    if (map.text === '') return [];
    const outside: CapturedRow = { number, block: null, runs: whole(line, '') };
    if (isExcluded(number) || at >= all.text.length) return [outside];
    const found = all.text.startsWith(map.text, at)
      ? at
      : map.text.length < leastSought
        ? -1
        : all.text.indexOf(map.text, at);
    if (found >= 0) {
      at = found + map.text.length;
      const block = all.starts.findLastIndex((start) => start <= found);
      return [{ number, block, runs: exactRuns(line, map, texts, all, found) }];
    }
    const next = all.starts.findIndex((start) => start >= at);
    const text = texts[next];
    if (text === undefined || likeness(characterPairs(map.text), characterPairs(folded(text))) < alike)
      return [outside];
    at = (all.starts[next] ?? 0) + (all.blocks[next]?.text.length ?? 0);
    const { left } = characterDifference(line, text);
    return [
      { number, block: next, runs: left.map((run) => ({ text: run.text, becomes: run.isSame ? run.text : '' })) },
    ];
  });
}
