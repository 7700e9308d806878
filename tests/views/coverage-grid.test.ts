import { expect, test } from 'vitest';
import { provinceTiles } from '../../src/views/coverage-grid.ts';

/** Where each unit lies, roughly: the middle of its territory in degrees north and east, noted by hand. */
const middles: Readonly<Record<string, readonly [north: number, east: number]>> = {
  北京: [40.2, 116.4],
  天津: [39.3, 117.3],
  河北: [39.5, 116.1],
  山西: [37.6, 112.3],
  内蒙古: [44.1, 113.9],
  辽宁: [41.3, 122.6],
  吉林: [43.7, 126.2],
  黑龙江: [47.9, 127.8],
  上海: [31.2, 121.5],
  江苏: [33, 119.5],
  浙江: [29.2, 120.1],
  安徽: [31.8, 117.2],
  福建: [26.1, 118],
  江西: [27.6, 115.7],
  山东: [36.4, 118.2],
  河南: [33.9, 113.6],
  湖北: [31, 112.3],
  湖南: [27.6, 111.7],
  广东: [23.4, 113.4],
  广西: [23.8, 108.8],
  海南: [19.2, 109.8],
  重庆: [30.1, 107.9],
  四川: [30.6, 102.7],
  贵州: [26.8, 106.9],
  云南: [25, 101.5],
  西藏: [31.5, 88.4],
  陕西: [35.2, 108.9],
  甘肃: [37.8, 101],
  青海: [35.7, 96],
  宁夏: [37.3, 106.2],
  新疆: [41.1, 85.3],
  台湾: [23.8, 121],
  香港: [22.4, 114.1],
  澳门: [22.2, 113.5],
};

/** The codes of GB/T 2260 with the names that tiles bear, noted by hand. */
const codes =
  '11北京 12天津 13河北 14山西 15内蒙古 21辽宁 22吉林 23黑龙江 31上海 32江苏 33浙江 34安徽 35福建 36江西 37山东 41河南 42湖北 43湖南 44广东 45广西 46海南 50重庆 51四川 52贵州 53云南 54西藏 61陕西 62甘肃 63青海 64宁夏 65新疆 71台湾 81香港 82澳门';

test('each of the 34 units has one tile, with its own name', () => {
  const named = provinceTiles.map(({ code, name }) => `${code.slice(0, 2)}${name}`).sort();
  expect(named).toEqual(codes.split(' ').sort());
  expect(provinceTiles.every(({ code }) => code.endsWith('0000'))).toBe(true);
});

test('no two tiles share a place, and all stand within seven columns and nine rows', () => {
  expect(new Set(provinceTiles.map(({ column, row }) => `${column},${row}`)).size).toBe(34);
  expect(provinceTiles.filter(({ column, row }) => column < 1 || column > 7 || row < 1 || row > 9)).toEqual([]);
});

test('of two tiles side by side the left lies west, of two above each other the upper lies north', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const a of provinceTiles)
    for (const b of provinceTiles) {
      const [northA = 0, eastA = 0] = middles[a.name] ?? [];
      const [northB = 0, eastB = 0] = middles[b.name] ?? [];
      if (a.row === b.row && a.column < b.column && ++compared && eastA >= eastB) wrong.push(`${a.name} ← ${b.name}`);
      if (a.column === b.column && a.row < b.row && ++compared && northA <= northB) wrong.push(`${a.name} ↑ ${b.name}`);
    }
  expect(compared).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
