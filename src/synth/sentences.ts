import { coinedWord } from './coined-word.ts';
import { departments } from './department.ts';
import { actions, ends, givenNames, openings, plans, results, shortcomings, surnames } from './phrases.ts';
import type { Random } from './random.ts';

/** What a sentence may speak of. */
export interface Setting {
  /** Short name of the region: 绩溪县. */
  readonly place: string;
  readonly year: number;
}

/** What a passage is about; a source of sentences may pass over it. */
export type Topic = 'measures' | 'shortcomings' | 'plan';

/** Makes one sentence, 。 included. */
export type SentenceSource = (chance: Random, setting: Setting, topic: Topic) => string;

const rate = (chance: Random): string =>
  chance.chance(0.35) ? '100' : (60 + chance.next() * 40).toFixed(chance.between(0, 2));

/** An invented person's name of two or three characters. */
function inventedPerson(chance: Random): string {
  const second = chance.chance(0.6) ? chance.pick(givenNames) : '';
  return chance.pick(surnames) + chance.pick(givenNames) + second;
}

/** A clause with its slots filled. */
export function filledClause(clause: string, chance: Random, { place, year }: Setting): string {
  const pieces = clause.split(/[{}]/);
  for (let at = 1; at < pieces.length; at += 2) pieces[at] = slot(pieces[at] ?? '');
  return pieces.join('');

  function slot(name: string): string {
    switch (name) {
      case 'word':
        return coinedWord(chance);
      case 'place':
        return place;
      case 'dept':
        return chance.pick(departments).name;
      case 'n':
        return String(chance.between(2, 99));
      case 'm':
        return String(Math.floor(100 * 200 ** chance.next()));
      case 'pct':
        return rate(chance);
      case 'year':
        return String(year);
      case 'next':
        return String(year + 1);
      case 'person':
        return inventedPerson(chance);
      default:
        throw new Error(`no slot {${name}} in “${clause}”`);
    }
  }
}

function clauses(chance: Random, topic: Topic): string[] {
  if (topic === 'shortcomings')
    return chance.chance(0.5) ? [chance.pick(shortcomings)] : [chance.pick(shortcomings), chance.pick(shortcomings)];
  if (topic === 'plan')
    return [...(chance.chance(0.5) ? [chance.pick(openings)] : []), chance.pick(plans), chance.pick(plans)];
  return [
    ...(chance.chance(0.7) ? [chance.pick(openings)] : []),
    chance.pick(actions),
    ...(chance.chance(0.35) ? [chance.pick(actions)] : []),
    ...(chance.chance(0.55) ? [chance.pick(results)] : []),
    ...(chance.chance(0.3) ? [chance.pick(ends)] : []),
  ];
}

/** Sentences made of the archive's own invented clauses. */
export const inventedSentence: SentenceSource = (chance, setting, topic) =>
  `${clauses(chance, topic)
    .map((clause) => filledClause(clause, chance, setting))
    .join('，')}。`;
