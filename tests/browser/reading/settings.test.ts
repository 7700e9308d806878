import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/browser/reading/aloud/sentences.ts';
import { placesFrom, placesWith } from '../../../src/browser/reading/settings/places.ts';
import {
  defaultSettings,
  firstLookOf,
  lettersShown,
  lookOf,
  type ReadingSettings,
  settingsFrom,
} from '../../../src/browser/reading/settings/settings.ts';

type Colours = ReadonlyMap<string, readonly [light: string, dark: string]>;

function coloursIn(css: string): Colours {
  const found = css.matchAll(/--(\w+):\s*light-dark\((#\w+),\s*(#\w+)\)/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark] as const]));
}

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const own = coloursIn(readFileSync('src/styles/site.css', 'utf8'));
const pairs = [
  ...['ink', 'soft', 'link', 'seal'].flatMap((text) => ['paper', 'sheet'].map((ground) => [text, ground] as const)),
  ['ink', 'mark'] as const,
];
const modes: readonly (readonly [string, Partial<ReadingSettings>, number])[] = [
  ['the site by itself', {}, 4.5],
  ['elder', { elder: true }, 4.5],
  ['contrast', { contrast: true }, 7],
  ['elder and contrast', { elder: true, contrast: true }, 7],
];

describe.for(modes)('%s', ([, change, wanted]) => {
  const colours: Colours = new Map([...own, ...coloursIn(lookOf({ ...defaultSettings, ...change }))]);
  test.for(pairs)('%s on %s is told apart in light and dark', ([text, ground]) => {
    for (const at of [0, 1] as const) {
      const [one, other] = [colours.get(text)?.[at] ?? '#000', colours.get(ground)?.[at] ?? '#000'];
      expect(contrast(one, other)).toBeGreaterThanOrEqual(wanted);
    }
  });
});

test('what is looked at are all colours of the site', () => {
  expect([...own.keys()].sort()).toEqual(['ink', 'line', 'link', 'mark', 'paper', 'seal', 'sheet', 'soft']);
});

test('the contrast that is measured is that of WCAG', () => {
  expect(contrast('#000', '#fff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('settings left alone have no look, so that nothing is loaded for them', () => {
  for (const look of [lookOf, firstLookOf]) {
    expect(look(defaultSettings)).toBe('');
    expect(look({ ...defaultSettings, keys: false, places: false })).toBe('');
  }
  expect(firstLookOf({ ...defaultSettings, traditional: true })).not.toBe('');
});

test('长辈模式 raises small letters and leaves larger ones', () => {
  expect(lettersShown({ ...defaultSettings, elder: true })).toBe(1.5);
  expect(lettersShown({ ...defaultSettings, elder: true, letters: 2 })).toBe(2);
  expect(lookOf({ ...defaultSettings, elder: true })).toContain('font-size:150%;--leading:2.2');
});

test.for([null, '', 'x', '[]', '7', '{"letters":99,"lines":"1.9","scheme":"red","contrast":1}'])(
  'strange settings are the site’s own: %s',
  (text) => expect(settingsFrom(text)).toEqual(defaultSettings),
);

test('settings come back as they were written', () => {
  const settings: ReadingSettings = {
    letters: 1.75,
    lines: 2.5,
    scheme: 'dark',
    contrast: true,
    face: 'kai',
    measure: 30,
    elder: true,
    traditional: true,
    keys: false,
    places: false,
  };
  expect(settingsFrom(JSON.stringify(settings))).toEqual(settings);
});

describe('places where reports were left', () => {
  test('fifty are kept, the newest first, one a report', () => {
    let places = placesFrom(null);
    for (let at = 0; at < 60; at++) places = placesWith(places, `/reports/${at}/`, `p-${at}`);
    expect(places).toHaveLength(50);
    expect(places[0]).toEqual(['/reports/59/', 'p-59']);
    places = placesWith(places, '/reports/20/', 'p-new');
    expect(places[0]).toEqual(['/reports/20/', 'p-new']);
    expect(placesWith(places, '/reports/20/', null)).toHaveLength(49);
  });

  test.for(['x', '{}', '[1,[2],["a"],["a",7]]'])('strange ones are left out: %s', (text) =>
    expect(placesFrom(text)).toEqual([]),
  );
});

describe('sentences to be read aloud', () => {
  test.for([
    ['一、主要举措', ['一、主要举措']],
    ['坚持依法行政。推进改革！“为何？”他问。', ['坚持依法行政。', '推进改革！', '“为何？”', '他问。']],
    ['完成3件；办结2件；', ['完成3件；', '办结2件；']],
    ['', []],
  ] as const)('%s', ([text, sentences]) => expect(sentencesOf(text)).toEqual(sentences));

  test('a sentence of hundreds of characters is parted at its commas, and nothing is lost', () => {
    const long = `${'坚持以新思想为指导，'.repeat(30)}推进改革。`;
    const parts = sentencesOf(long);
    expect(parts.join('')).toBe(long);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(90);
  });
});
