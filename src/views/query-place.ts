import type { Findable, FoundUnit } from './region-finding.ts';

/** What a query names of where and when, and the words that are left to be searched there. */
export interface QueryPlace {
  /** Null where only years are named. */
  readonly region: FoundUnit | null;
  readonly years: readonly number[];
  /** Empty where nothing but place and year was typed. */
  readonly rest: string;
}

/** Signs of a query that means more than words: nothing is guessed of it. */
const signs = /["“”「」『』|｜~～*?\\[\]()（）]|(?:^|\s)[-‐–−]/u;
const yearNamed = /(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?度?/gu;
/** What is said of a year's report without looking for anything in it. */
const genre = /^[的在]?(?:法治政府(?:建设)?)?(?:年度)?(?:情况)?(?:的)?(?:报告)?$/u;

/** Units in force before those that are gone, then those with reports. */
const compareUnits = (a: FoundUnit, b: FoundUnit): number =>
  Number(a.until !== null) - Number(b.until !== null) || b.held - a.held;

/**
 * Tells the place and the years that a plain query names beside its words, or alone: a region's whole name at the head
 * of a word, years anywhere. Null where it names no place, or only a year, which may be meant as text.
 */
export function queryPlace(regions: readonly Findable[], query: string): QueryPlace | null {
  const text = query.normalize('NFKC').trim();
  if (text === '' || signs.test(query)) return null;
  const years = [...new Set([...text.matchAll(yearNamed)].map(([, year]) => Number(year)))];
  const words = text.replace(yearNamed, ' ').trim().split(/\s+/u);
  let best: { readonly region: FoundUnit; readonly word: string; readonly length: number } | null = null;
  for (const { region, stem } of regions)
    for (const word of words) {
      // Within a longer word only a name with its kind is a place: 博山区执法, not 博山执法.
      const length = word === stem || word.startsWith(region.name) ? (word === stem ? stem : region.name).length : 0;
      if (length < 2) continue;
      const isBetter =
        best === null || length > best.length || (length === best.length && compareUnits(region, best.region) < 0);
      if (isBetter) best = { region, word, length };
    }
  const { region = null, word = '', length = 0 } = best ?? {};
  if (region === null) return null;
  const left = words.map((other) => (other === word ? other.slice(length) : other)).filter((other) => other !== '');
  const rest = left.filter((other) => !genre.test(other)).join(' ');
  return { region, years, rest };
}
