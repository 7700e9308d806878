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

const withoutTone = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
    .replaceAll('ü', 'v');

/**
 * How a place's name is read, a syllable a character, in small letters without tones (`ü` as `v`): 长治县 gives
 * `['chang', 'zhi', 'xian']`. The checked readings win over the library, which knows ordinary words better than places.
 */
export function placeReading(name: string): string[] {
  const characters = [...name];
  const syllables = pinyin(name, { type: 'array', toneType: 'none', v: true });
  if (syllables.length !== characters.length)
    throw new Error(`地名“${name}”有 ${characters.length} 字，读音却有 ${syllables.length} 个音节`);
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
  return pinyin(character, { toneType: 'none', v: true });
}
