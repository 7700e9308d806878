import { levelOfCode, parentOfCode } from '../archive/region-code.ts';
import { compareText } from '../text/order.ts';
import type { FinderUnit, RegionFinderFile } from './region-finder-file.ts';

/** A unit with what tells it from its namesakes. */
export interface FoundUnit extends FinderUnit {
  /** Names of the units above, from the province down. */
  readonly above: readonly string[];
  /** Names that took its place, where it is gone. */
  readonly becomes: readonly string[];
}

/** A region with the forms in which it is looked for. */
export interface Findable {
  readonly region: FoundUnit;
  /** As the place is read, and as the characters are read elsewhere: 六安 is found by `luan` and by `liuan`. */
  readonly spellings: readonly (readonly string[])[];
  /** The name without what it is: 长治 of 长治市. */
  readonly stem: string;
}

const suffix = /(?<=.)(?:自治[区州县旗]|特别行政区|新区|地区|林区|特区|[省市县区旗盟])$/;

/** Letters as compared: nobody agrees on how to type ü. */
const typed = (letters: string): string => letters.replaceAll('v', 'u');

/** The regions of a file, to be searched: every name with its path. */
export function findableRegions({ readings, units }: RegionFinderFile): Findable[] {
  const plain = (name: string): string[] => [...name].map((character) => readings[character] ?? '');
  const all = units.split('\n').map((line): FinderUnit => {
    const [code = '', name = '', held = '', syllables = '', until = '', successors = ''] = line.split('\t');
    return {
      code,
      name,
      held: Number(held),
      until: until === '' ? null : Number(until),
      syllables: syllables === '' ? plain(name) : syllables.split(' '),
      successors: successors === '' ? [] : successors.split(' '),
    };
  });
  // The last name of a code is its present one.
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string[] => {
    const name = names.get(code);
    return name === undefined ? [] : [name];
  };
  const above = (code: string): string[] => {
    const parent = parentOfCode(code, (other) => names.has(other));
    return parent === null ? [] : [...above(parent), ...nameOf(parent)];
  };
  return all.map((unit) => ({
    region: { ...unit, above: above(unit.code), becomes: unit.successors.flatMap(nameOf) },
    spellings: [unit.syllables, plain(unit.name)].map((syllables) => syllables.map(typed)),
    stem: unit.name.replace(suffix, ''),
  }));
}

/** Whether letters spell the first syllables of a name, each by as many of its letters as were typed: `czhi`, `cz`. */
function spells(syllables: readonly string[], letters: string, at = 0): boolean {
  if (letters === '') return true;
  const syllable = syllables[at];
  if (syllable === undefined) return false;
  if (syllable === '') return spells(syllables, letters, at + 1);
  for (let length = Math.min(syllable.length, letters.length); length > 0; length--)
    if (letters.startsWith(syllable.slice(0, length)) && spells(syllables, letters.slice(length), at + 1)) return true;
  return false;
}

/** How well letters fit: 0 the whole stem or name, 1 its beginning in full, 2 initials and parts, null not at all. */
function spellingRank({ spellings, stem }: Findable, letters: string): number | null {
  const ranks = spellings.flatMap((syllables, at) => {
    const full = syllables.join('');
    const isWhole = full === letters || syllables.slice(0, stem.length).join('') === letters;
    if (isWhole) return [at === 0 ? 0 : 2];
    if (full.startsWith(letters)) return [at === 0 ? 1 : 2];
    return spells(syllables, letters) ? [2] : [];
  });
  return ranks.length === 0 ? null : Math.min(...ranks);
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}

/** How well characters fit: 0 the name or its stem, 1 its beginning, 2 within it, 3 along the path (天津河东). */
function nameRank({ region, stem }: Findable, words: string): number | null {
  const { name, above } = region;
  if (words === name || words === stem) return 0;
  if (name.startsWith(words)) return 1;
  if (name.includes(words)) return 2;
  const [first = ''] = words;
  const isOnPath = words.length > 2 && above.some((unit) => unit.startsWith(first));
  return isOnPath && [name, stem].some((end) => words.endsWith(end)) && isSubsequence(words, [...above, name].join(''))
    ? 3
    : null;
}

const levelOrder = { national: 0, province: 1, prefecture: 2, county: 3, township: 4 };

/** The units in force first, then the higher, then those with reports, then by code. */
function compareFound(a: FoundUnit, b: FoundUnit): number {
  const level = ({ code }: FoundUnit): number => levelOrder[levelOfCode(code) ?? 'township'];
  return (
    Number(a.until !== null) - Number(b.until !== null) ||
    level(a) - level(b) ||
    Number(a.held === 0) - Number(b.held === 0) ||
    compareText(a.code, b.code)
  );
}

/**
 * Regions that fit what was typed, the best first: a name or a former name, its beginning, a place on its path, pinyin
 * in full, by initials or in between, or the first digits of a code. Tones, spaces, apostrophes and case do not count.
 */
export function foundRegions(regions: readonly Findable[], query: string): FoundUnit[] {
  const words = query
    .normalize('NFKD')
    .replace(/u\u0308/gi, 'v')
    .replace(/[\s'’·]|\p{M}/gu, '')
    .toLowerCase();
  if (words === '') return [];
  const rank = (findable: Findable): number | null => {
    if (/^\d+(?:x\d*)?$/.test(words)) return findable.region.code.startsWith(words) ? 0 : null;
    return /^[a-z]+$/.test(words) ? spellingRank(findable, typed(words)) : nameRank(findable, words);
  };
  return regions
    .flatMap((findable) => {
      const place = rank(findable);
      return place === null ? [] : [{ place, region: findable.region }];
    })
    .sort((a, b) => a.place - b.place || compareFound(a.region, b.region))
    .map(({ region }) => region);
}
