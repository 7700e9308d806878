import { expect, test } from 'vitest';
import { apart, foldingRules } from '../../src/search/folding-rules.ts';
import { folded } from '../../src/text/fold.ts';

test.for(foldingRules.map((rule) => [rule.said, rule] as const))('%s: its examples count as one', ([, { alike }]) => {
  for (const [written, counted] of alike) {
    expect(written).not.toBe(counted);
    expect(folded(written), `${written} ${counted}`).toBe(folded(counted));
  }
});

test('what is said to be apart is', () => {
  for (const [one, other] of apart) expect(folded(one)).not.toBe(folded(other));
});

test('whatever folding does to a character, a rule of the help says', () => {
  const unsaid: string[] = [];
  for (let point = 0; point < 0x20000; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (folded(character) !== character && !foldingRules.some(({ covers }) => covers(character)))
      unsaid.push(character);
  }
  expect(unsaid).toEqual([]);
});

test('no rule claims what folding leaves alone', () => {
  for (const { said, alike } of foldingRules)
    for (const [written] of alike) expect(folded(written), `${said} ${written}`).not.toBe(written);
});
