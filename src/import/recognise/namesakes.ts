import type { Basis } from '../../archive/basis.ts';
import type { Region } from '../../archive/region.ts';
import type { RegionEvidence } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';

/** Stems that are words of every report; the full name alone counts. */
const everydayStems = new Set(['长治', '安康', '大同', '吉安', '和平', '兴安', '保山', '文山', '黄山']);
/** Who acts or makes documents, behind a name. */
const actor = '(?=委|人民政府|政府|司法局|人大|政协|依法治|法治|[\\p{Script=Han}]{2,8}(?:局|厅))';
/** A text must say that much for one of several units of one name; a place named in passing does not suffice. */
const leastInText = 1.5;

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;
const plain = (text: string, words: string): number => text.split(words).length - 1;

/** How much texts say for a unit by naming the units above it: most where both names stand together. */
function weight(
  unit: Region,
  names: RegionNames,
  year: number | null,
  texts: readonly string[],
  isText: boolean,
): number {
  let found = 0;
  for (const above of names.tree.ancestors(unit.code, unit.until ?? year ?? undefined)) {
    const stem = names.stem(above.name);
    const acting = new RegExp(`《${above.name}|${above.name}${actor}`, 'gu');
    for (const text of texts) {
      found +=
        4 * plain(text, above.name + unit.name) +
        2 * count(text, acting) +
        (isText ? 0.5 : 1) * plain(text, above.name);
      if (stem !== null && !everydayStems.has(stem)) found += (isText ? 0.25 : 0.5) * plain(text, stem);
    }
  }
  return found;
}

/**
 * Chooses among units of one name by what the input says of the units above them: title, signature, text, page, then
 * path, the first that speaks clearly. `basis` is null where there was nothing to choose; the whole is null where
 * nothing speaks for one of them alone.
 */
export function chosen(
  units: readonly Region[],
  names: RegionNames,
  year: number | null,
  evidence: RegionEvidence,
): { unit: Region; basis: Basis | null } | null {
  const [only] = units;
  if (units.length === 1 && only) return { unit: only, basis: null };
  const rounds: [Basis, readonly string[]][] = [
    ['title', evidence.title === null ? [] : [evidence.title]],
    ['signature', evidence.signature],
    ['text', evidence.text],
    ['page', [...evidence.offices, ...evidence.chrome]],
    ['path', evidence.path],
  ];
  for (const [basis, texts] of rounds) {
    const isText = basis === 'text';
    const scored = units
      .map((unit) => ({ unit, score: weight(unit, names, year, texts, isText) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = scored;
    if (!first || first.score < (isText ? leastInText : 0.5)) continue;
    if (!second || first.score >= 3 * second.score) return { unit: first.unit, basis };
    return null;
  }
  return null;
}
