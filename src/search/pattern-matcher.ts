import { isNullable, type Pattern, type PatternEdge, reversed } from './pattern.ts';
import { type PatternProgram, patternProgram } from './pattern-program.ts';

const isWord = (text: string, at: number): boolean => /^\w$/.test(text.charAt(at));

function isEdge(text: string, at: number, edge: PatternEdge): boolean {
  if (edge === 'start') return at === 0;
  if (edge === 'end') return at === text.length;
  return (isWord(text, at - 1) !== isWord(text, at)) === (edge === 'word');
}

/** The steps at which a program waits for a character, in the order in which its ways are preferred. */
class Threads {
  readonly #program: PatternProgram;
  readonly #seen: Uint32Array;
  readonly #open: number[] = [];
  readonly waiting: number[] = [];
  /** Whether ways after one that reached the end are left, since none of them is preferred to it. */
  readonly #isChoosing: boolean;
  #round = 0;

  constructor(program: PatternProgram, isChoosing: boolean) {
    this.#program = program;
    this.#isChoosing = isChoosing;
    this.#seen = new Uint32Array(program.length);
  }

  clear(): void {
    this.#round++;
    this.waiting.length = 0;
  }

  /** Follows a step to where characters are waited for; whether the end was reached. Each step is followed once. */
  follow(step: number, text: string, at: number): boolean {
    const open = this.#open;
    open.push(step);
    let isEnd = false;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (this.#seen[next] === this.#round) continue;
      this.#seen[next] = this.#round;
      const own = this.#program[next];
      if (own === undefined) continue;
      if (own.kind === 'character') this.waiting.push(next);
      else if (own.kind === 'fork') open.push(own.second, own.first);
      else if (own.kind === 'end') {
        isEnd = true;
        if (this.#isChoosing) open.length = 0;
      } else if (isEdge(text, at, own.edge)) open.push(next + 1);
    }
    return isEnd;
  }
}

/** Finds a pattern in folded texts, in a time that grows with the text's length times the pattern's steps. */
export class PatternMatcher {
  readonly #isShortest: boolean;
  readonly #isNullable: boolean;
  readonly #forward: PatternProgram;
  readonly #backward: PatternProgram;
  /** Two sets of threads in turn, for either way. */
  readonly #ahead: readonly [Threads, Threads];
  readonly #back: readonly [Threads, Threads];

  constructor({ node, prefers }: Pattern) {
    this.#isShortest = prefers === 'shortest';
    this.#isNullable = isNullable(node);
    this.#forward = patternProgram(node);
    this.#backward = patternProgram(reversed(node));
    const ahead = (): Threads => new Threads(this.#forward, !this.#isShortest);
    this.#ahead = [ahead(), ahead()];
    this.#back = [new Threads(this.#backward, false), new Threads(this.#backward, false)];
  }

  /** Where matches begin that are not empty, in rising order. One pass from the text's end. */
  starts(text: string): number[] {
    const found: number[] = [];
    let [now, next] = this.#back;
    now.clear();
    for (let at = text.length; ; ) {
      if (this.#endedAt(now, text, at)) found.push(at);
      if (at === 0) break;
      const low = text.charCodeAt(at - 1);
      const width = (low & 0xfc00) === 0xdc00 && at > 1 ? 2 : 1;
      const point = text.codePointAt(at - width) ?? 0;
      next.clear();
      this.#isBegun = false;
      for (const step of now.waiting) {
        const own = this.#backward[step];
        if (own?.kind === 'character' && own.holds(point) && next.follow(step + 1, text, at - width))
          this.#isBegun = true;
      }
      at -= width;
      [now, next] = [next, now];
    }
    found.reverse();
    return this.#isNullable ? found.filter((at) => this.endAt(text, at) > at) : found;
  }

  /** Whether what was followed to the present place reached the end of the reversed program. */
  #isBegun = false;

  /** Whether a match that ends anywhere behind begins here; begins a new one that ends here. */
  #endedAt(threads: Threads, text: string, at: number): boolean {
    const isBegun = at < text.length && this.#isBegun;
    return threads.follow(0, text, at) || isBegun;
  }

  /** Where the match ends that is marked of those that begin at `start`; `start` itself where none does. */
  endAt(text: string, start: number): number {
    let [now, next] = this.#ahead;
    let end = start;
    now.clear();
    now.follow(0, text, start);
    for (let at = start; now.waiting.length > 0 && at < text.length; ) {
      const point = text.codePointAt(at) ?? 0;
      at += point > 0xffff ? 2 : 1;
      next.clear();
      for (const step of now.waiting) {
        const own = this.#forward[step];
        if (own?.kind !== 'character' || !own.holds(point) || !next.follow(step + 1, text, at)) continue;
        end = at;
        if (this.#isShortest) return end;
        // Ways that come after one that is done are not preferred to it; those before may go on.
        break;
      }
      [now, next] = [next, now];
    }
    return end;
  }
}
