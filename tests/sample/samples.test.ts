import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReleasedText } from '../../src/releases/release-list.ts';
import { releasedTexts, releaseListText, textsInForce } from '../../src/releases/release-list.ts';
import { drawnSample, stratumShares } from '../../src/sample/drawn-sample.ts';
import { sampleFile } from '../../src/sample/sample-file.ts';
import { sampleAddress, sampleQuestion } from '../../src/sample/sample-question.ts';
import { lotRecipe, sampleRecipe } from '../../src/sample/sample-recipe.ts';
import { sha256 } from '../../src/sample/sha256.ts';

const ofNode = (text: string): string => createHash('sha256').update(text).digest('hex');
const text = (at: number): ReleasedText => ({
  id: `${['140404', '140600', '341824', '370304'][at % 4]}/${2005 + (at % 19)}${at < 76 ? '' : `-body-${at}`}`,
  version: 1,
  level: at % 3 === 0 ? 'county' : 'prefecture',
  issuerKind: at < 76 ? 'government' : 'department',
  sha256: ofNode(String(at)),
});
const texts = (count: number, from = 0): ReleasedText[] => Array.from({ length: count }, (_, at) => text(from + at));
const ids = (drawn: readonly { id: string }[]): string[] => drawn.map(({ id }) => id);

test('SHA-256 is the one of all others, whatever the length and the letters', () => {
  for (let length = 0; length < 200; length++) {
    const some = '法a€'.repeat(length).slice(0, length);
    expect(sha256(some)).toBe(ofNode(some));
  }
  for (const { id } of texts(1000)) expect(sha256(`种子:${id}`)).toBe(ofNode(`种子:${id}`));
});

describe('a sample', () => {
  test('is those with the smallest lots, and a larger one keeps it', () => {
    const all = texts(500);
    const wanted = all
      .map(({ id }) => ({ id, lot: ofNode(`7:${id}`) }))
      .sort((one, other) => (one.lot < other.lot ? -1 : 1))
      .slice(0, 50);
    const { drawn, shares } = drawnSample(all, '7', 50, null);
    expect(drawn.map(({ id, lot }) => ({ id, lot }))).toEqual(wanted);
    expect(shares).toEqual([]);
    expect(ids(drawnSample(all, '7', 80, null).drawn).slice(0, 50)).toEqual(ids(drawn));
    expect(ids(drawnSample(all.toReversed(), '7', 50, null).drawn)).toEqual(ids(drawn));
    expect(drawnSample(all, '7', 9999, null).drawn.length).toBe(500);
  });

  test('of an old release is the same after 1,500 reports were added', () => {
    const old = releaseListText(texts(500));
    const before = ['province', 'level', 'year', 'issuer', null].map((by) => [
      by,
      ids(drawnSample(releasedTexts(old), 's', 60, of(by)).drawn),
    ]);
    const grown = releaseListText([...releasedTexts(old), ...texts(1500, 500)]);
    expect(releasedTexts(grown).length).toBe(2000);
    const after = ['province', 'level', 'year', 'issuer', null].map((by) => [
      by,
      ids(drawnSample(releasedTexts(old), 's', 60, of(by)).drawn),
    ]);
    expect(after).toEqual(before);
    // Of those that the old list held, the grown one draws in the same order.
    const held = new Set(ids(texts(500)));
    const all = ids(drawnSample(textsInForce(releasedTexts(grown)), 's', 2000, null).drawn).filter((id) =>
      held.has(id),
    );
    expect(all.slice(0, 60)).toEqual(before.at(-1)?.[1]);
  });

  const of = (by: string | null) =>
    by === 'province' || by === 'level' || by === 'year' || by === 'issuer' ? by : null;

  test('is divided by largest remainders, ties by name', () => {
    const shares = (sizes: Record<string, number>, count: number) =>
      Object.fromEntries(
        stratumShares(new Map(Object.entries(sizes)), count).map(({ stratum, drawn }) => [stratum, drawn]),
      );
    expect(shares({ b: 50, a: 50 }, 3)).toEqual({ a: 2, b: 1 });
    expect(shares({ a: 41600, b: 33800, c: 16100, d: 8500 }, 10)).toEqual({ a: 4, b: 3, c: 2, d: 1 });
    expect(shares({ a: 1, b: 2 }, 99)).toEqual({ a: 1, b: 2 });
    expect(shares({}, 3)).toEqual({});
    for (const by of ['province', 'level', 'year', 'issuer'] as const) {
      const { drawn, shares: parts } = drawnSample(texts(300), 'x', 97, by);
      expect(drawn.length).toBe(97);
      for (const { stratum, drawn: count, size } of parts) {
        expect(drawn.filter((one) => one.stratum === stratum).length).toBe(count);
        expect(Math.abs(count - (97 * size) / 300)).toBeLessThan(1);
      }
    }
  });
});

describe('the address', () => {
  const scope = { year: ['2019-2024'], region: ['140000'], level: [], issuer: ['department'], role: [] };
  const question = { query: '行政复议 -仲裁', scope, count: 30, seed: "it's 1&2", by: 'level' as const, release: 2 };

  test('holds all that a sample is drawn by', () => {
    const address = sampleAddress(question);
    expect(sampleQuestion(new URLSearchParams(address), [1, 2])).toEqual({ question, unread: [] });
    expect(sampleQuestion(new URLSearchParams('?level=&year='), [])).toBeNull();
    expect(sampleAddress({ ...question, query: '', by: null, release: null })).not.toMatch(/q=|by=|release=/);
  });

  test('is refused where a part cannot be read, all faults at once', () => {
    const asked = sampleQuestion(new URLSearchParams('?n=0&seed=&by=colour&release=9'), [1]);
    expect(asked?.unread.map(({ name }) => name)).toEqual(['n', 'seed', 'by', 'release']);
    expect(sampleQuestion(new URLSearchParams('?n=100001&seed=1'), [])?.unread.length).toBe(1);
  });
});

test('recipes quote what a shell would read otherwise', () => {
  expect(lotRecipe("it's", '140404/2024')).toBe("printf '%s' 'it'\\''s:140404/2024' | sha256sum");
  expect(sampleRecipe('1', 5)).toContain("seed='1'");
});

test('the file has rank, lot and digest of each', () => {
  const { drawn } = drawnSample(texts(3), '1', 2, null);
  const file = sampleFile(drawn, (id) => `https://example.org/reports/${id}/`);
  expect(file.split('\r\n').length).toBe(4);
  expect(file).toContain(`1,${drawn[0]?.lot},${drawn[0]?.id},1,https://example.org/reports/${drawn[0]?.id}/`);
});
