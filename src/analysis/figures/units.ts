/** What a figure says: things counted, money, a share, a change, points of per cent, a:b, a/b, time, a size. */
export type FigureKind =
  | 'count'
  | 'money'
  | 'rate'
  | 'change'
  | 'points'
  | 'ratio'
  | 'fraction'
  | 'duration'
  | 'measure';

type Units = readonly [kind: FigureKind, units: string];

/** Units by kind. A unit in brackets is none where the letters after the colon follow: 部 counts, 部门 does not. */
const table: readonly Units[] = [
  [
    'count',
    `人次 场次 件次 户次 家次 条次 辆次 车次 班次 批次 项次 起次 期次 份次 所次 个次 人份 件套 艘次 架次 台次 支次 处次 名次 站次 款次
     人:大代|大常|民|员|才|社|均|工|力|口|身|数 名:单|录|称|义|优 位:置|于|列|数 个:性|别 件:均 起:来|草|诉|步|点 宗:旨|教 例:如|会|行|外 条:例|件|款 项:目 次:日|年|月|序|数|要 场:所|景|馆|地
     份:额 家:庭|长|族|园 户:籍|外|口|均 处:室|级|罚|理|置|分|于|长 所:有|属|以|在|需 部:门|委|署|长|队|分|位|级|属|省 篇 批:准|复|评|示 轮:岗|训|换 期:间|满|限|内|待|末|初 支:持|出|付|撑
     组:织|成|建|长|合 套 张:贴 幅:度 块 座:谈|位 种:植|子 类:似|别|型 台:账|湾|阶 辆 艘 架:构 节:目|约|日|点|假|能 课 集:中|体|团|合|聚|市 则 封:闭 册 卷 枚 通:过|报|知|告|用|办|道|信
     笔 只:有|是|能|跑|需|要 株 间:接|隔 栋 幢 票 页 盏 条线索 余次 趟 遍 道:路|德|口 盘 张次 桩 尾 本:级|地|市|区|县|省|年|级|报|着|次|身 门:户|前|诊|店 头 幅 棵 扇 顶 副 粒 床 座次 席 具:有|体 岁 字 孔 瓶 省:级|委|政|内|外|直|人|厅|属|司`,
  ],
  ['money', '元:旦 美元 欧元 港元 日元 块钱'],
  [
    'measure',
    '公里 千米 米 平方公里 平方千米 平方米 立方米 平米 亩 公顷 吨 公斤 千克 克 千瓦 千瓦时 微克/立方米 毫克/立方米 毫克/升 斤 度电 升 毫克 毫米 厘米 兆瓦 海里 分:别|之|类|析|管|为|成|局|批|级|析|布|钟|工|流|片|区|中|行|公|校|院|支|会|解|散|开|步|期',
  ],
  [
    'duration',
    '年:度|来|以来|前|级|底|初|末|行动|计划|规划|攻坚|工作|终|会|报|鉴|后|轮|多来 周:年|边|岁|密 个月 天 小时 分钟 秒 个工作日 工作日 个小时 个半月 学时 课时 个多月 日:内|以 个季度 个年头',
  ],
];

const kinds = new Map<string, FigureKind>();
const refused = new Map<string, readonly string[]>();
const wanted = new Map<string, readonly string[]>([['日', ['内', '以']]]);
for (const [kind, units] of table)
  for (const entry of units.split(/\s+/)) {
    const [unit = '', after] = entry.split(':');
    kinds.set(unit, kind);
    if (after !== undefined && !wanted.has(unit)) refused.set(unit, after.split('|'));
  }
/** Units by their first letter, the longest first: most letters begin none. */
const byFirst = Map.groupBy(
  [...kinds.keys()].sort((one, other) => other.length - one.length),
  (unit) => unit.charAt(0),
);

/** The kind of a unit; null for a word that is none. */
export function unitKind(unit: string): FigureKind | null {
  return kinds.get(unit) ?? null;
}

/** The longest unit that stands at an offset, or null; 部 of 部门 and 人 of 人民 are none. */
export function unitAt(text: string, at: number): string | null {
  for (const unit of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(unit, at)) continue;
    const follows = (word: string): boolean => text.startsWith(word, at + unit.length);
    if (refused.get(unit)?.some(follows)) continue;
    const only = wanted.get(unit);
    if (only && !only.some(follows)) continue;
    return unit;
  }
  return null;
}

/** Units that a numeral in Chinese letters may bear: of others (个, 项, 条) idioms are made. */
export const strongUnits: ReadonlySet<string> = new Set(
  '件 件次 起 次 人次 场次 场 人 名 家 户 户次 份 轮 元 倍'.split(' '),
);
