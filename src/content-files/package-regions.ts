import { areaList } from '@vant/area-data';
import type { Region } from '../archive/region.ts';
import { levelOfCode, parentOfCode, stateCode } from '../archive/region-code.ts';

/** Codes of `@vant/area-data` 2.1.0 that are no units of GB/T 2260, and why. `npm run regions -- compare` checks them. */
const notUnits: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^(?:71|81|82)(?!0000)/, '台湾省、香港和澳门特别行政区只收到省级'],
  [/^(?:11|12|31|50)0[12]00$|^(?:41|42|46|65)9000$/, '直辖市的“市辖区”“县”和“省直辖县级行政区划”只是代码表里的分组'],
  [/^(?:4419|4420|4604|6202)(?!00)/, '东莞、中山、儋州、嘉峪关不设县级行政区，其下是镇和街道'],
  [/^\d{4}[79][0-9]$/, '开发区、新区、管理区，没有国标代码'],
  [/^23276[1-4]$/, '大兴安岭地区的县级林区，不是行政区'],
  [/^(?:320112|321150|632857)$/, '江北新区、镇江新区、大柴旦行政委员会，不是行政区'],
  [/^(?:320611|350402|370634)$/, '已经撤销(2020 年港闸区、2021 年梅列区、2020 年长岛县)'],
];

/** Why a code of the package is no unit; null when it is one. */
function reasonNotUnit(code: string): string | null {
  return notUnits.find(([codes]) => codes.test(code))?.[1] ?? null;
}

/**
 * The units in force today as the package `@vant/area-data` knows them, with the State; the package has no history,
 * so `since` is null throughout.
 */
export function packageRegions(): Region[] {
  const names = new Map(
    Object.values(areaList)
      .flatMap((list) => Object.entries(list))
      .filter(([code]) => reasonNotUnit(code) === null),
  );
  names.set(stateCode, '国家');
  return [...names].flatMap(([code, name]) => {
    const level = levelOfCode(code);
    if (level === null) return [];
    const parent = parentOfCode(code, (above) => names.has(above));
    return [{ code, name, level, parent, since: null, until: null, successors: [] }];
  });
}
