import { type Damage, damageCodes } from '../lines/damage-codes.ts';

interface LostCharacter {
  readonly pattern: RegExp;
  readonly why: string;
}

/** Set phrases that lack a character, as data. What stood there is not proved by the text, so none has a reading. */
const lostCharacters: readonly LostCharacter[] = [
  { pattern: /全经济社会发展/g, why: '“全”后疑脱一字' },
  { pattern: /(?<=[。，；])立以\p{Script=Han}{2}/gu, why: '“立”前疑脱一字' },
  { pattern: /精神二十届/g, why: '两次会议之间疑脱连接词或标点' },
  { pattern: /承诺制标准地全代办/g, why: '“承诺制+标准地+全代办”各项之间的符号已失' },
];

/** Characters lost from set phrases, and from the region's own name (朔州委 for 朔州市委). */
export function lostWords(text: string, index: number, region: { name: string; stem: string } | null): Damage[] {
  const found: Damage[] = [];
  const note = (offset: number, quote: string, why: string): void => {
    found.push({
      code: 'damage/character-lost',
      index,
      offset,
      quote,
      reading: null,
      reason: `${damageCodes['damage/character-lost']}：${why}。`,
    });
  };
  for (const { pattern, why } of lostCharacters) {
    for (const match of text.matchAll(pattern)) {
      note(match.index, match[0], why);
    }
  }
  if (region && region.name.length === region.stem.length + 1) {
    for (const match of text.matchAll(new RegExp(`${region.stem}委(?=[、，和])`, 'g'))) {
      note(match.index, match[0], `本地名为“${region.name}”，“委”前疑脱“${region.name.slice(-1)}”字`);
    }
  }
  return found;
}
