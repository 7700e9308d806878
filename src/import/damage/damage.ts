import type { BodyLine, OutlineHeading } from '../lines/body-line.ts';
import type { Damage } from '../lines/damage-codes.ts';
import { damageCodes } from '../lines/damage-codes.ts';
import { amountsWithoutPoint, impossibleRates, ratesWithoutPercent } from './figures.ts';
import { lostBetweenYears, lostFinalStop, splicedPinyin, strangeCharacters, unpairedMarks } from './marks.ts';
import { lostWords } from './words.ts';

export interface DamageSurroundings {
  readonly headings: readonly OutlineHeading[];
  /** Indexes of the lines that sign. */
  readonly signing: readonly number[];
  readonly region: { readonly name: string; readonly stem: string } | null;
  /** The signature's day as it stands, where it is damaged. */
  readonly damagedDay: string | null;
}

/** Lost numbers and lost stops of headings, as damage: the number is proved where the sequence before and after is whole. */
function headingDamage(lines: readonly BodyLine[], headings: readonly OutlineHeading[]): Damage[] {
  const numbers = '一二三四五六七八九十';
  return headings.flatMap((heading, at): Damage[] => {
    const text = lines[heading.index]?.text ?? '';
    const found: Damage[] = [];
    if (heading.marker?.isDamaged) {
      const words = text.slice(0, heading.marker.text.length + 4);
      const position = siblingPosition(headings, at);
      const marker = `（${numbers.charAt(position - 1)}）`;
      const isProved = heading.marker.kind === 'bracketed' && position <= 10 && isSequence(headings, at, position);
      found.push({
        code: 'damage/marker-lost',
        index: heading.index,
        offset: 0,
        quote: words,
        reading: isProved ? marker + words.slice(heading.marker.text.length) : null,
        reason: isProved
          ? `${damageCodes['damage/marker-lost']}：前后各项的序号可证，此为第${numbers.charAt(position - 1)}项。`
          : `${damageCodes['damage/marker-lost']}。`,
      });
    }
    const next = text.charAt(heading.end);
    if (heading.runsIn && next !== '。' && next !== '：') {
      const isSure = heading.end > (heading.marker?.text.length ?? 0);
      const from = isSure ? Math.max(0, heading.end - 4) : 0;
      found.push({
        code: 'damage/heading-stop-lost',
        index: heading.index,
        offset: from,
        quote: text.slice(from, isSure ? heading.end + 2 : 12),
        reading: null,
        reason: isSure
          ? `${damageCodes['damage/heading-stop-lost']}：小标题疑止于“${text.slice(from, heading.end)}”。`
          : `${damageCodes['damage/heading-stop-lost']}，小标题止于何处无从断定。`,
      });
    }
    return found;
  });
}

/** Which number a heading has among its siblings, counted: 1 for the first below its parent. */
function siblingPosition(headings: readonly OutlineHeading[], at: number): number {
  const depth = headings[at]?.depth ?? 0;
  let position = 1;
  for (let other = at - 1; other >= 0; other--) {
    const found = headings[other];
    if (!found || found.depth < depth) break;
    if (found.depth === depth) position++;
  }
  return position;
}

/** Whether every sibling that still has its number has the one its place in the run gives it. */
function isSequence(headings: readonly OutlineHeading[], at: number, position: number): boolean {
  const depth = headings[at]?.depth ?? 0;
  let whole = 0;
  const agrees = (step: 1 | -1): boolean => {
    let expected = position;
    for (let other = at + step; other >= 0 && other < headings.length; other += step) {
      const found = headings[other];
      if (!found || found.depth < depth) return true;
      if (found.depth > depth) continue;
      expected += step;
      const number = found.marker?.isDamaged ? null : (found.marker?.number ?? null);
      if (number === null) continue;
      if (number !== expected) return false;
      whole++;
    }
    return true;
  };
  return agrees(-1) && agrees(1) && whole > 0;
}

/** The signature's damaged day: what is sure of it stands in the front matter, the text is left as it is. */
function dayDamage(lines: readonly BodyLine[], signing: readonly number[], day: string | null): Damage[] {
  if (day === null) return [];
  const index = signing.findLast((at) => lines[at]?.text.includes(day)) ?? -1;
  if (index < 0) return [];
  const offset = lines[index]?.text.indexOf(day) ?? 0;
  return [
    {
      code: 'damage/date',
      index,
      offset,
      quote: day,
      reading: null,
      reason: `${damageCodes['damage/date']}：缺字，完整的日期无从证明。`,
    },
  ];
}

/** A day left open for a hand to fill in, alone on its line: 2025年月日, 2025年3月日. */
const openDay =
  /^[（(]?(?:20\d{2}|[〇○零O一二三四五六七八九]{4}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})? ?月 ?日[）)]?$/;

function openDays(text: string, index: number): Damage[] {
  if (!openDay.test(text)) return [];
  const reason = `${damageCodes['damage/date']}：月日未填，完整的日期无从证明。`;
  return [{ code: 'damage/date', index, offset: 0, quote: text, reading: null, reason }];
}

/** All damage found in a text, in the order of the text. */
export function damage(lines: readonly BodyLine[], surroundings: DamageSurroundings): Damage[] {
  const { headings, signing, region, damagedDay } = surroundings;
  const whole = lines.map(({ text }) => text).join('\n');
  const hasPoints = /\d\.\d|[%％]/.test(whole);
  const headingLines = new Set(headings.filter(({ runsIn }) => !runsIn).map(({ index }) => index));
  const markers = new Map(headings.map(({ index, marker }) => [index, marker]));
  const found = lines.flatMap(({ text }, index): Damage[] => {
    const marker = markers.get(index);
    return [
      ...ratesWithoutPercent(text, index),
      ...amountsWithoutPoint(text, index, hasPoints),
      ...impossibleRates(text, index),
      ...unpairedMarks(text, index, marker?.text.length ?? 0),
      ...lostBetweenYears(text, index),
      ...(headingLines.has(index) || signing.includes(index) ? [] : lostFinalStop(text, index)),
      ...splicedPinyin(text, index),
      ...strangeCharacters(text, index),
      ...lostWords(text, index, region),
      ...openDays(text, index),
    ];
  });
  const all = [...found, ...headingDamage(lines, headings), ...dayDamage(lines, signing, damagedDay)];
  return all.sort((a, b) => a.index - b.index || a.offset - b.offset);
}
