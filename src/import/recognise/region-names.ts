import { isInForce, type Region } from '../../archive/region.ts';
import type { RegionTree } from '../../archive/region-tree.ts';

/** A place where a region's full name stands in a text; several units may bear the name. */
export interface RegionMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly units: readonly Region[];
  /** The name of a unit above stands directly before it (长治市上党区, 安徽绩溪县), so that `units` was narrowed. */
  readonly isPlaced: boolean;
}

/** Names that are common words too; in running text they count only behind the name of the unit above. */
const commonWords = new Set([
  '城区',
  '郊区',
  '矿区',
  '东区',
  '西区',
  '市中区',
  '新城区',
  '老城区',
  '城中区',
  '城关区',
  '海南区',
  '新市区',
  '市南区',
  '市北区',
  '城东区',
  '城西区',
  '城北区',
  '南部县',
  '新区',
  '河口区',
  '铁西区',
  '铁东区',
  '南区',
  '港口区',
  '江北区',
  '江南区',
  '湖里区',
  '中区',
  '大同区',
  '和平区',
  '新华区',
  '郊县',
  '中心区',
  '市郊区',
]);
/** What may stand before a name of two characters in running text without being one word with its first. */
const opensName = /[在为是至到与和及的向对由将把使让从于、\P{Script=Han}]$/u;

/** Whether a name of two characters is most likely the end of a word and a kind: 召开县政府常务会议 names no 开县. */
const isWithinWord = (text: string, at: number, name: string): boolean =>
  name.length === 2 && at > 0 && !opensName.test(text.slice(at - 1, at));

/** What says the kind of a unit at the end of its name, the longest first. */
const suffixes = /(?:特别行政区|(?:[\p{Script=Han}]{1,3}族)*自治[区州县旗]|地区|林区|特区|新区|省|市|县|区|旗|盟|州)$/u;

/** A unit's name without what says its kind: 绩溪, 山西, 新疆; null where less than two characters are left. */
function regionStem(name: string): string | null {
  const special: Readonly<Record<string, string>> = {
    内蒙古自治区: '内蒙古',
    广西壮族自治区: '广西',
    西藏自治区: '西藏',
    宁夏回族自治区: '宁夏',
    新疆维吾尔自治区: '新疆',
  };
  const autonomous = /自治[县州旗]$/.test(name)
    ? name
        .replace(/[县州旗]$/, '')
        .replace(peoples, '')
        .replace(/自治$/, '')
    : null;
  const stem = special[name] ?? autonomous ?? name.replace(suffixes, '');
  return stem.length >= 2 && stem !== name ? stem : null;
}

const peoples =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各)族|蒙古(?=自治)|哈萨克(?=自治)|柯尔克孜(?=自治)/g;

/** How autonomous units are called for short: 长阳县, 恩施州, 三江县. */
function shortNames(name: string): string[] {
  const found = /^(.+)自治([县州旗])$/.exec(name);
  if (!found) return [];
  const place = `${found[1]}自治`.replace(peoples, '').replace(/自治$/, '');
  return place.length >= 2 ? [`${place}${found[2]}`] : [];
}

/** The names of a register's units, to be looked up in texts. */
export class RegionNames {
  readonly tree: RegionTree;
  readonly #byName = new Map<string, Region[]>();
  readonly #byStem = new Map<string, Region[]>();
  readonly #short = new Map<string, Region[]>();
  readonly #stems = new Map<string, string | null>();
  #longest = 0;

  constructor(tree: RegionTree) {
    this.tree = tree;
    for (const unit of tree.all) {
      if (unit.level === 'national') continue;
      this.#byName.set(unit.name, [...(this.#byName.get(unit.name) ?? []), unit]);
      this.#longest = Math.max(this.#longest, unit.name.length);
      for (const short of shortNames(unit.name)) this.#short.set(short, [...(this.#short.get(short) ?? []), unit]);
      const stem = this.stem(unit.name);
      if (stem !== null) this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), unit]);
    }
  }

  /** Units that bear a name, or whose usual short name it is where none bears it (长阳县, 恩施州). */
  #bearing(name: string): Region[] | undefined {
    return this.#byName.get(name) ?? this.#short.get(name);
  }

  /** See `regionStem`, remembered. */
  stem(name: string): string | null {
    const known = this.#stems.get(name);
    if (known !== undefined) return known;
    const stem = regionStem(name);
    this.#stems.set(name, stem);
    return stem;
  }

  /** Units whose short name this is (绩溪 → 绩溪县), in force in the year. */
  byStem(stem: string, year: number | null): Region[] {
    return (this.#byStem.get(stem) ?? []).filter((unit) => year === null || isInForce(unit, year));
  }

  /**
   * Where full names stand in a text, longest first, left to right. `isRunningText`: names that are common words too
   * count only behind the unit above. With a year, only units in force then; a name that none bore then still counts,
   * with the units of other years, so that the doubt can be told.
   */
  mentions(text: string, year: number | null, isRunningText: boolean): RegionMention[] {
    const found: RegionMention[] = [];
    for (let at = 0; at < text.length; at++) {
      for (let length = Math.min(this.#longest, text.length - at); length >= 2; length--) {
        const name = text.slice(at, at + length);
        const all = this.#bearing(name);
        if (!all) continue;
        const inForce = year === null ? all : all.filter((unit) => isInForce(unit, year));
        const units = unique(inForce.length > 0 ? inForce : all);
        const placed = this.#placed(text, at, units, found.at(-1), year);
        const narrowed = placed ?? units;
        if (isRunningText && placed === null && (commonWords.has(name) || isWithinWord(text, at, name))) break;
        found.push({ name, start: at, end: at + length, units: narrowed, isPlaced: placed !== null });
        at += length - 1;
        break;
      }
    }
    return found;
  }

  /** The units among `units` that the name directly before `at` is above of; null where none is. */
  #placed(
    text: string,
    at: number,
    units: readonly Region[],
    previous: RegionMention | undefined,
    year: number | null,
  ): Region[] | null {
    const above = new Set<string>();
    if (previous?.end === at) for (const unit of previous.units) above.add(unit.code);
    const lead = text.slice(Math.max(0, at - 5), at);
    for (let length = 2; length <= lead.length; length++) {
      for (const unit of this.byStem(lead.slice(-length), year)) if (unit.level !== 'county') above.add(unit.code);
    }
    if (above.size === 0) return null;
    const below = units.filter((unit) =>
      this.tree.ancestors(unit.code, unit.until ?? year ?? undefined).some(({ code }) => above.has(code)),
    );
    return below.length > 0 ? below : null;
  }
}

/** One unit for each code, the latest period. */
function unique(units: readonly Region[]): Region[] {
  return [...new Map(units.map((unit) => [unit.code, unit])).values()];
}
