import type { Region } from '../archive/region.ts';
import { coinedWord } from './coined-word.ts';
import { random } from './random.ts';

/** Invented development zones without a code of their own, one below every sixtieth county or so. */
export function inventedRegions(regions: readonly Region[], seed: string): Region[] {
  const chance = random(`${seed} zones`);
  return regions
    .filter(({ level, until }) => level === 'county' && until === null)
    .filter(() => chance.chance(1 / 60))
    .map(({ code }) => ({
      code: `${code}x01`,
      name: `虚构${coinedWord(chance)}经济开发区`,
      level: 'township',
      parent: code,
      since: null,
      until: null,
      successors: [],
    }));
}
