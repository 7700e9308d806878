import type { PatternEdge, PatternNode } from './pattern.ts';

/** One step of a program: a character, a fork whose `first` way is preferred, an edge, or the end. */
export type ProgramStep =
  | { readonly kind: 'character'; readonly holds: (point: number) => boolean }
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'edge'; readonly edge: PatternEdge }
  | { readonly kind: 'end' };

/** Steps that go forward only: repeats are written out, so that every way through ends. */
export type PatternProgram = readonly ProgramStep[];

/** Steps of a program, at most: what a text costs grows with its length times this. */
export const mostSteps = 6000;

/** Whether one character is of a class; remembered by character. */
function classTest(source: string): (point: number) => boolean {
  const whole = new RegExp(`^${source}$`, 'u');
  const known = new Map<number, boolean>();
  return (point) => {
    let holds = known.get(point);
    if (holds === undefined) {
      holds = whole.test(String.fromCodePoint(point));
      known.set(point, holds);
    }
    return holds;
  };
}

/** How many steps a node takes; no more than one over `mostSteps` is told. */
export function stepCount(node: PatternNode): number {
  const sum = (nodes: readonly PatternNode[], each: number): number =>
    nodes.reduce((total, own) => Math.min(mostSteps + 1, total + stepCount(own) + each), 0);
  switch (node.kind) {
    case 'text':
      return Math.min(mostSteps + 1, [...node.text].length);
    case 'sequence':
      return sum(node.of, 0);
    case 'either':
      return sum(node.of, 2);
    case 'repeat':
      return Math.min(mostSteps + 1, (stepCount(node.of) + 1) * node.most);
    default:
      return 1;
  }
}

/** The program of a pattern of at most `mostSteps` steps. */
export function patternProgram(node: PatternNode): PatternProgram {
  const steps: ProgramStep[] = [];
  const tests = new Map<string, (point: number) => boolean>();
  const write = (own: PatternNode): void => {
    switch (own.kind) {
      case 'text':
        for (const character of own.text) {
          const wanted = character.codePointAt(0);
          steps.push({ kind: 'character', holds: (point) => point === wanted });
        }
        return;
      case 'class': {
        const holds = tests.get(own.source) ?? classTest(own.source);
        tests.set(own.source, holds);
        steps.push({ kind: 'character', holds });
        return;
      }
      case 'sequence':
        for (const part of own.of) write(part);
        return;
      case 'either': {
        const leaps: { first: number; second: number }[] = [];
        for (const [at, part] of own.of.entries()) {
          const isLast = at === own.of.length - 1;
          const fork = { kind: 'fork' as const, first: steps.length + 1, second: 0 };
          if (!isLast) steps.push(fork);
          write(part);
          if (isLast) break;
          const leap = { kind: 'fork' as const, first: 0, second: 0 };
          steps.push(leap);
          leaps.push(leap);
          fork.second = steps.length;
        }
        for (const leap of leaps) leap.first = leap.second = steps.length;
        return;
      }
      case 'repeat': {
        for (let i = 0; i < own.least; i++) write(own.of);
        const forks: { first: number; second: number }[] = [];
        for (let i = own.least; i < own.most; i++) {
          const fork = { kind: 'fork' as const, first: steps.length + 1, second: steps.length + 1 };
          steps.push(fork);
          forks.push(fork);
          write(own.of);
        }
        for (const fork of forks) fork[own.isLazy ? 'first' : 'second'] = steps.length;
        return;
      }
      case 'edge':
        steps.push({ kind: 'edge', edge: own.edge });
    }
  };
  write(node);
  steps.push({ kind: 'end' });
  return steps;
}
