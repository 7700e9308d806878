import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  defaultSettings,
  firstLookOf,
  letterSizes,
  lineHeights,
  schemes,
} from '../../src/browser/reading/settings/settings.ts';
import { hostileLooks } from './looks.ts';

/** What the script of every page would put on its root element, of what is kept on the device; null for nothing. */
function lookPutOn(kept: string | undefined): string | null {
  const put: { style: string | null } = { style: null };
  const loads = readFileSync('public/page.js', 'utf8').replaceAll(/\bimport\(/g, 'load(');
  runInNewContext(loads, {
    localStorage: { look: kept },
    document: { all: [put] },
    location: 'https://archive.example/',
    addEventListener: () => {},
    load: () => new Promise(() => {}),
  });
  return put.style;
}

test.for(hostileLooks)('a page does not take the look “%s”', (look) => {
  expect(lookPutOn(look)).toBeNull();
});

test('a page takes every look that the settings make', () => {
  const flags = [false, true];
  const looks = letterSizes.flatMap((letters) =>
    lineHeights.flatMap((lines) =>
      schemes.flatMap((scheme) =>
        flags.flatMap((contrast) =>
          flags.flatMap((elder) =>
            flags.map((traditional) =>
              firstLookOf({ ...defaultSettings, letters, lines, scheme, contrast, elder, traditional }),
            ),
          ),
        ),
      ),
    ),
  );
  const made = [...new Set(looks)].filter((look) => look !== '');
  expect(made.length).toBeGreaterThan(100);
  expect(made.filter((look) => lookPutOn(look) !== look)).toEqual([]);
  expect([lookPutOn(''), lookPutOn(undefined)]).toEqual([null, null]);
});
