import { pinyin } from 'pinyin-pro';
import { hardReadings } from './hard-readings.ts';

/** The longest keys first: `大城县` before `都`. */
const hardParts = Object.entries(hardReadings)
  .map(([part, reading]) => ({ part, syllables: reading.split(' ') }))
  .sort((a, b) => b.part.length - a.part.length);

/** The part of a place's name whose reading readers easily miss, with it: `六安 lù’ān`; null where there is none. */
export function hardReading(name: string): string | null {
  const hard = hardParts.find(({ part }) => part.length > 1 && name.includes(part));
  if (!hard) return null;
  const joined = hard.syllables.reduce((word, next) => `${word}${/^[aoeāóēàòèáōéǎǒě]/.test(next) ? '’' : ''}${next}`);
  return `${hard.part} ${joined}`;
}

/** What no keyboard of letters and digits can type, such as a bracket or a character that the library lacks, is empty. */
const lettersOnly = (syllable: string): string => syllable.toLowerCase().replace(/[^a-z0-9]/g, '');

const withoutTone = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
    .replaceAll('ü', 'v');

/**
 * How a place's name is read, a syllable a character, in small letters without tones (`ü` as `v`): 长治县 gives
 * `['chang', 'zhi', 'xian']`; a bracket is an empty one. The checked readings win over the library, which knows ordinary words better than places.
 */
export function placeReading(name: string): string[] {
  const characters = [...name];
  const read = pinyin(name, { type: 'array', toneType: 'none', v: true });
  // Should the library ever count otherwise, every character is read by itself.
  const syllables = (read.length === characters.length ? read : characters.map(characterReading)).map(lettersOnly);
  const isSettled = characters.map(() => false);
  for (const { part, syllables: checked } of hardParts) {
    const from = [...name.slice(0, Math.max(0, name.indexOf(part)))].length;
    if (!name.includes(part) || isSettled[from]) continue;
    for (const [at, syllable] of checked.entries()) {
      syllables[from + at] = withoutTone(syllable);
      isSettled[from + at] = true;
    }
  }
  return syllables;
}

/** The commonest reading of a character by itself, as `placeReading` writes it. */
export function characterReading(character: string): string {
  return lettersOnly(pinyin(character, { toneType: 'none', v: true }));
}
