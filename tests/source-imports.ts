import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** One import of a source file. */
export interface Import {
  /** Path below the project where the specifier is relative, else the package as named. */
  readonly target: string;
  /** Nothing of it is loaded when the file runs. */
  readonly isType: boolean;
}

const importStatement = new RegExp(
  [
    /^\s*(?:import|export)\s+(type\s+)?((?:\w+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)?)\s*from\s*['"]([^'"?]+)/,
    /^\s*import\s+['"]([^'"?]+)/,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/,
    /new URL\(\s*['"](\.[^'"]+\.ts)['"]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** Whether the names of an import are all marked as types: `{ type A, type B }`. */
const areTypes = (names: string): boolean => {
  const inside = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1];
  const each = (inside ?? '').split(',').filter((name) => name.trim() !== '');
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '));
};

/** What a file imports, on demand and by address too; a commented line begins with `*` or `//` and is none. */
export function imports(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(importStatement)].map(
    ([, type, names = '', from, bare, onDemand, address]) => {
      const specifier = from ?? bare ?? onDemand ?? address ?? '';
      return {
        target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
        isType: type !== undefined || areTypes(names),
      };
    },
  );
}

const known = new Map<string, Import[]>();

/** The same, read once; none of what is no source file. */
function importsOf(file: string): readonly Import[] {
  const held = known.get(file);
  if (held !== undefined) return held;
  const found = /^src\/.*\.(?:ts|astro)$/.test(file) && existsSync(file) ? imports(file) : [];
  known.set(file, found);
  return found;
}

/** The shortest chain of imports to each module and package that a file loads when it runs. */
export function reached(file: string): Map<string, string[]> {
  const chains = new Map<string, string[]>();
  const queue: string[][] = [[file]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    for (const { target, isType } of importsOf(chain.at(-1) ?? '')) {
      if (isType || chains.has(target)) continue;
      chains.set(target, [...chain, target]);
      queue.push([...chain, target]);
    }
  }
  return chains;
}
