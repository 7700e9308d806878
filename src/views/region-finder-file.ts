import type { ArchiveIndex } from '../archive/archive-index.ts';

/**
 * The register as the finder of regions loads it: one file for the whole country, small enough to be fetched at a
 * touch. `readings` gives each character the syllable that it has by itself; `units` holds a line a name: code, name,
 * reports held there and below, the syllables where the place is read otherwise, last year in force, successors' codes.
 */
export interface RegionFinderFile {
  readonly readings: Readonly<Record<string, string>>;
  readonly units: string;
}

/** What the file says of one name that a code bears or bore. */
export interface FinderUnit {
  readonly code: string;
  readonly name: string;
  /** Reports of the region and of all below it. */
  readonly held: number;
  /** A syllable a character, small letters without tones. */
  readonly syllables: readonly string[];
  /** Last year in which the name was in force; null where it still is. */
  readonly until: number | null;
  readonly successors: readonly string[];
}

/** How names of places are read, in small letters without tones. */
export interface PlaceReadings {
  /** A syllable a character of the name. */
  readonly name: (name: string) => readonly string[];
  /** A character as it is mostly read by itself. */
  readonly character: (character: string) => string;
}

/** Every name that a code below the State bears or bore, once, by code, a code's present name last. */
export function finderUnits(
  { tree, countBelow }: Pick<ArchiveIndex, 'tree' | 'countBelow'>,
  readings: PlaceReadings,
): FinderUnit[] {
  const units = new Map<string, FinderUnit>();
  for (const { code, name, level, until, successors } of tree.all) {
    if (level === 'national') continue;
    const key = `${code} ${name}`;
    // A name that came back takes its later place.
    units.delete(key);
    units.set(key, { code, name, held: countBelow(code), syllables: readings.name(name), until, successors });
  }
  return [...units.values()];
}

/** Packs units, which come by code, into the file. Linear. */
export function regionFinderFile(units: readonly FinderUnit[], { character: read }: PlaceReadings): RegionFinderFile {
  const characters = new Set(units.flatMap(({ name }) => [...name]));
  const readings = Object.fromEntries([...characters].map((character) => [character, read(character)]));
  const lines = units.map(({ code, name, held, syllables, until, successors }) => {
    const isPlain = [...name].every((character, at) => readings[character] === syllables[at]);
    return [code, name, held || '', isPlain ? '' : syllables.join(' '), until ?? '', successors.join(' ')]
      .join('\t')
      .trimEnd();
  });
  return { readings, units: lines.join('\n') };
}
