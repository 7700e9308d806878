/** A tile of the grid of provincial units: code, the name as it fits a tile, column from the west, row from the north. */
export interface ProvinceTile {
  readonly code: string;
  readonly name: string;
  /** 1 to 7. */
  readonly column: number;
  /** 1 to 9. */
  readonly row: number;
}

/** Each row from its first column on, without gaps. */
const rows: readonly (readonly [firstColumn: number, ...tiles: (readonly [code: string, name: string])[]])[] = [
  [7, ['230000', '黑龙江']],
  [7, ['220000', '吉林']],
  [4, ['150000', '内蒙古'], ['110000', '北京'], ['120000', '天津'], ['210000', '辽宁']],
  [
    1,
    ['650000', '新疆'],
    ['620000', '甘肃'],
    ['640000', '宁夏'],
    ['140000', '山西'],
    ['130000', '河北'],
    ['370000', '山东'],
  ],
  [
    1,
    ['540000', '西藏'],
    ['630000', '青海'],
    ['610000', '陕西'],
    ['410000', '河南'],
    ['340000', '安徽'],
    ['320000', '江苏'],
    ['310000', '上海'],
  ],
  [2, ['510000', '四川'], ['500000', '重庆'], ['420000', '湖北'], ['360000', '江西'], ['330000', '浙江']],
  [
    2,
    ['530000', '云南'],
    ['520000', '贵州'],
    ['430000', '湖南'],
    ['440000', '广东'],
    ['350000', '福建'],
    ['710000', '台湾'],
  ],
  [4, ['450000', '广西'], ['820000', '澳门'], ['810000', '香港']],
  [4, ['460000', '海南']],
];

/**
 * The 34 provincial units as equal squares, row by row. A diagram, not a map: it has no outlines and no borders;
 * neighbours in the grid lie in the same direction from each other as on the ground, which a test checks.
 */
export const provinceTiles: readonly ProvinceTile[] = rows.flatMap(([first, ...tiles], at) =>
  tiles.map(([code, name], place) => ({ code, name, column: first + place, row: at + 1 })),
);
