import { expect, test } from 'vitest';
import { hiddenCharacter } from '../../src/content-files/hidden-character.ts';

test('of every code point, those are hidden that are controls, formats or separators of lines', () => {
  const isHidden = /^[[\p{Cc}\p{Cf}\u2028\u2029]--[\t\n\r]]$/v;
  const others: number[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point);
    if ((hiddenCharacter(character) !== null) !== isHidden.test(character)) others.push(point);
  }
  expect(others).toEqual([]);
});

test('the first one is named, with its place; half of a pair is none', () => {
  expect(hiddenCharacter('法治\ud800政府\u200b建\u202e设')).toEqual({ name: 'U+200B（看不见，不占位）', at: 5 });
  expect(hiddenCharacter('法治政府\ud83d\ude00\n')).toBeNull();
});
