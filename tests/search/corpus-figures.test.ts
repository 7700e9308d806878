import { describe, expect, test } from 'vitest';
import { logDice, logLikelihood, logRatio } from '../../src/search/corpus/association.ts';
import { deviationOfProportions } from '../../src/search/corpus/dispersion.ts';
import { distribution } from '../../src/search/corpus/distribution.ts';
import { isWordlike, withoutPieces } from '../../src/search/corpus/han-grams.ts';
import { rateInterval, resamples, wilsonInterval } from '../../src/search/corpus/intervals.ts';
import { sampledPlaces } from '../../src/search/corpus/sampled-places.ts';
import { seededNumber, seededOrder } from '../../src/search/corpus/seeded-order.ts';
import { randomNumbers } from '../../src/synth/random.ts';

describe('association', () => {
  test('log-likelihood is that of a chi-squared table by hand', () => {
    // G² of [[10, 90], [20, 880]]: 2 Σ O ln(O/E), E = 3, 97, 27, 873.
    const expected =
      2 * (10 * Math.log(10 / 3) + 90 * Math.log(90 / 97) + 20 * Math.log(20 / 27) + 880 * Math.log(880 / 873));
    expect(logLikelihood({ inside: 10, insideAll: 100, outside: 20, outsideAll: 900 })).toBeCloseTo(expected, 9);
    expect(logLikelihood({ inside: 20, insideAll: 900, outside: 10, outsideAll: 100 })).toBeCloseTo(-expected, 9);
    expect(logLikelihood({ inside: 5, insideAll: 50, outside: 10, outsideAll: 100 })).toBe(0);
    expect(logLikelihood({ inside: 5, insideAll: 50, outside: 0, outsideAll: 0 })).toBe(0);
  });

  test('log-Dice is 14 for two that never stand apart, and one less for half as close', () => {
    expect(logDice(7, 7, 7)).toBe(14);
    expect(logDice(7, 14, 14)).toBe(13);
    expect(logDice(0, 7, 7)).toBeNull();
  });

  test('the log ratio counts doublings, and half a thing for none', () => {
    expect(logRatio({ inside: 8, insideAll: 100, outside: 2, outsideAll: 100 })).toBe(2);
    expect(logRatio({ inside: 4, insideAll: 100, outside: 0, outsideAll: 100 })).toBe(3);
    expect(logRatio({ inside: 0, insideAll: 100, outside: 0, outsideAll: 100 })).toBeNull();
    expect(logRatio({ inside: 4, insideAll: 0, outside: 4, outsideAll: 100 })).toBeNull();
  });
});

test('DP is 0 for an even spread and near 1 for one place', () => {
  const parts = (...counts: number[]) => counts.map((count) => ({ size: 10, count }));
  expect(deviationOfProportions(parts(2, 2, 2, 2))).toBe(0);
  expect(deviationOfProportions(parts(8, 0, 0, 0))).toBe(0.75);
  expect(
    deviationOfProportions([
      { size: 1, count: 0 },
      { size: 3, count: 4 },
    ]),
  ).toBe(0.25);
  expect(deviationOfProportions(parts(0, 0))).toBeNull();
});

describe('intervals', () => {
  test('Wilson’s, as tables give it', () => {
    const [low = 0, high = 0] = wilsonInterval(3, 10) ?? [];
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.1078', '0.6032']);
    expect(wilsonInterval(0, 5)?.[0]).toBe(0);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  test('a bootstrap over reports covers what it should, is the same for the same seed, and needs two reports', () => {
    const random = randomNumbers(5);
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const parts = Array.from({ length: 60 }, () => ({ size: 500 + 500 * random(), count: Math.floor(4 * random()) }));
      const [low = 0, high = 0] = rateInterval(parts, run, '2024') ?? [];
      // 1.5 places in 750 characters, on average.
      if (low <= 0.002 && 0.002 <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(50);
    const two = [
      { size: 10, count: 1 },
      { size: 10, count: 3 },
    ];
    expect(rateInterval(two, 1, 'a')).toEqual(rateInterval(two, 1, 'a'));
    expect(rateInterval(two.slice(1), 1, 'a')).toBeNull();
    expect([resamples(10), resamples(4000), resamples(100_000)]).toEqual([1000, 500, 200]);
  });
});

describe('samples', () => {
  test('an order of chance stays the same where keys are added', () => {
    const keys = Array.from({ length: 50 }, (_, at) => `14040${at}/2024`);
    const order = seededOrder(keys, 7);
    expect(seededOrder([...keys].reverse(), 7)).toEqual(order);
    expect(seededOrder(keys.slice(0, 30), 7)).toEqual(order.filter((key) => keys.indexOf(key) < 30));
    expect(seededOrder(keys, 8)).not.toEqual(order);
    // What addresses hold must give the same places for ever.
    expect(seededNumber(7, '140404/2024 0')).toBe(seededNumber(7, '140404/2024 0'));
    expect([seededNumber(1, ''), seededNumber(7, '140404/2024 0')]).toMatchInlineSnapshot(`
      [
        90457223,
        3869716440,
      ]
    `);
  });

  test('each place has the same chance, and a larger sample holds the smaller', () => {
    const reports = Array.from({ length: 40 }, (_, at) => ({ id: `r${at}`, occurrences: 1 + (at % 7) * 20 }));
    const all = reports.reduce((sum, { occurrences }) => sum + occurrences, 0);
    const places = (size: number, seed: number): Set<string> =>
      new Set([...sampledPlaces(reports, size, seed)].flatMap(([id, own]) => [...own].map((at) => `${id} ${at}`)));
    expect(places(200, 3).size).toBe(200);
    const small = places(50, 3);
    expect([...small].every((place) => places(200, 3).has(place))).toBe(true);
    expect(places(all + 5, 3).size).toBe(all);
    const halves = Array.from({ length: 12 }, (_, seed) => places(all / 2, seed));
    const drawn = halves.filter((half) => half.has('r6 50')).length;
    expect(drawn).toBeGreaterThan(1);
    expect(drawn).toBeLessThan(11);
    // More places than are held at a time.
    const many = sampledPlaces(
      [
        { id: 'a', occurrences: 9000 },
        { id: 'b', occurrences: 9000 },
      ],
      3,
      1,
    );
    expect([...many.values()].reduce((sum, { size }) => sum + size, 0)).toBe(3);
  });
});

describe('strings that are taken for words', () => {
  test('a piece goes where a longer string holds most of its places, a chain is named by its beginning', () => {
    const counts = new Map([
      ['复议', 20],
      ['议案', 9],
      ['议案件', 8],
      ['规范', 10],
      ['工作规范', 10],
      ['作规范化', 10],
      ['规范化建', 9],
      ['依法行政', 2],
    ]);
    expect([...withoutPieces(counts, 4)]).toEqual(['复议', '议案件', '规范', '工作规范', '依法行政']);
  });

  test('what particles begin or end is none', () => {
    expect(['行为', '平等', '关于', '对应'].map(isWordlike)).toEqual([true, true, true, false]);
    expect(['的行政', '行政的', '和复议'].map(isWordlike)).toEqual([false, false, false]);
  });
});

test('figures of groups add up, and each is set against the others', () => {
  const { all, groups } = distribution(
    [
      { group: '2024', characters: 1000, occurrences: 6 },
      { group: '2023', characters: 3000, occurrences: 1 },
      { group: '2024', characters: 1000, occurrences: 0 },
      { group: '2023', characters: 1000, occurrences: 0 },
    ],
    1,
  );
  expect(all).toMatchObject({ searched: 4, reports: 2, occurrences: 7, characters: 6000, logLikelihood: null });
  expect(groups.map(({ group }) => group)).toEqual(['2023', '2024']);
  const [before, after] = groups;
  expect(after).toMatchObject({
    searched: 2,
    reports: 1,
    share: 0.5,
    rate: 0.003,
    logRatio: Math.log2(0.003 / 0.00025),
  });
  expect(after?.logLikelihood).toBeCloseTo(
    logLikelihood({ inside: 6, insideAll: 2000, outside: 1, outsideAll: 4000 }),
    9,
  );
  expect(before?.logLikelihood).toBeLessThan(0);
});
