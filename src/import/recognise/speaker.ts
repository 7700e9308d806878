import { isInForce, type Region } from '../../archive/region.ts';
import { compact } from '../lines/layout-space.ts';
import { bodyKind, bodyNames } from './bodies.ts';
import type { RegionMention, RegionNames } from './region-names.ts';
import { knownZone } from './zone-parents.ts';

/**
 * Who speaks, as a title's head, a signature or a page's field says it. `units`: the units that its last region name
 * can mean; `rest`: what stands behind that name (司法局, 家朋乡人民政府); `names`: the bodies it names.
 */
export interface Speaker {
  readonly mention: RegionMention | null;
  readonly units: readonly Region[];
  readonly rest: string;
  readonly names: readonly string[];
  /** A unit below the county without a code of its own: a township, a sub-district, a development zone. */
  readonly below: { readonly name: string; readonly kind: 'township' | 'zone' } | null;
}

const townshipName =
  /^((?:[\p{Script=Han}]{1,8}?(?:族)?)(?:镇|乡|街道|苏木))(?=人民政府|党委|办事处|街道|党工委|委员会|政府|委|$|\d|关于|法治|依法)/u;
const zoneName =
  /^([\p{Script=Han}]{0,14}?(?:开发区|高新区|新区|示范区|园区|管理区|度假区|保税区|风景区|合作区|综保区|工业区|集聚区|试验区|实验区|产业区|名胜区|农场|林区|经开区|(?:工业|科技|产业)园区?|科技城|新城|港区|管委会))/u;

/** What a zone's name goes on with behind the place that it is named for; 长白 in 长白山 is none. */
const zoneKind =
  /^(?:国家级?|省级)?(?:经济|高新|高技术|工业|综合|保税|开发|现代|产业|旅游|农业|新区|园区|循环|出口|管委会)/;

/** Whether a zone's name has no place of its own: 经济开发区. */
export const isGenericZone = (name: string): boolean => zoneKind.test(name);

/**
 * The unit by whose short name a zone calls itself (天津经济技术开发区); a city before a county of the same stem. A
 * county only where the zone's kind stands behind its name, and the county's whole name in `told`.
 */
function zoneOwner(
  whole: string,
  names: RegionNames,
  year: number | null,
  told: string,
): { stem: string; units: Region[] } | null {
  for (let length = Math.min(6, whole.length); length >= 2; length--) {
    const stem = whole.slice(0, length);
    const units = names.byStem(stem, year);
    const highest = ['province', 'prefecture'].find((level) => units.some((unit) => unit.level === level));
    if (highest) return { stem, units: units.filter(({ level }) => level === highest) };
    const counties = units.filter(({ name }) => told.includes(name));
    if (counties.length > 0 && zoneKind.test(whole.slice(length))) return { stem, units: counties };
  }
  return null;
}

/** The place that a branch is for: 酒泉市生态环境局敦煌分局 is 敦煌's. */
function branchPlace(rest: string, mention: RegionMention, names: RegionNames, year: number | null): Region[] {
  const place = /(?:局|厅|支队|海关)([\p{Script=Han}]{2,6})(?:分局|大队|分中心)$/u.exec(rest)?.[1];
  if (place === undefined) return [];
  const above = new Set(mention.units.map(({ code }) => code));
  const units = [
    ...names.byStem(place, year),
    ...names.mentions(place, year, false).flatMap(({ units: found }) => found),
  ];
  return units.filter(({ code }) => names.tree.ancestors(code, year ?? undefined).some((unit) => above.has(unit.code)));
}

/** Reads a speaker's name; `year` narrows the region names to those in force, `told` is all that the page says. */
export function speaker(text: string, names: RegionNames, year: number | null, told = ''): Speaker {
  const whole = compact(text);
  const bodies = bodyNames(text);
  const mentions = names.mentions(whole, year, false);
  const mention = mentions.at(-1) ?? null;
  const rest = mention ? whole.slice(mention.end) : whole.replace(/^中共/, '');
  const first = bodies.find((name) => bodyKind(name) === 'township');
  const township =
    townshipName.exec(rest)?.[1] ??
    (first && mention
      ? townshipName.exec(first.slice(first.indexOf(mention.name) + mention.name.length))?.[1]
      : undefined);
  const zone = zoneName.exec(rest)?.[1];
  const isZone = zone !== undefined && !/^(?:人民政府|区|管委会$)/.test(zone);
  const isInForceThen = mention?.units.some((unit) => year === null || isInForce(unit, year)) ?? false;
  const known = isInForceThen ? null : knownZone(whole, names.tree, year);
  if (known) {
    const { name, parent } = known;
    const start = whole.indexOf(name);
    const end = start + name.length;
    return {
      mention: { name, start, end, units: [parent], isPlaced: false },
      units: [parent],
      rest: whole.slice(end),
      names: bodies,
      below: { name, kind: 'zone' },
    };
  }
  if (!mention && isZone) {
    const own = whole.replace(/^中共/, '');
    const owner = zoneOwner(own, names, year, told);
    if (owner) {
      const { stem, units } = owner;
      const found = { name: stem, start: 0, end: stem.length, units, isPlaced: false };
      return {
        mention: found,
        units,
        rest: own.slice(stem.length),
        names: bodies,
        below: { name: zone, kind: 'zone' },
      };
    }
  }
  const branch = mention ? branchPlace(rest, mention, names, year) : [];
  return {
    mention,
    units: branch.length > 0 ? branch : (mention?.units ?? []),
    rest,
    names: bodies,
    below: township ? { name: township, kind: 'township' } : isZone ? { name: zone, kind: 'zone' } : null,
  };
}

const subject =
  /(?:20\d{2}|[二][〇○零OoΟ][〇○零OoΟ一二][〇○零OoΟ一二三四五六七八九]|法治政府|依法行政|法治建设|推进|贯彻|落实|全面依法|上(?:一)?年度|年度|开展)/;
const leadingYear = /^(?:20\d{2}|二[〇○零OoΟ]..)\s*年?(?:度)?\s*/;

/**
 * The part of a title that names who speaks, its spaces kept: before 关于, else before the year or the subject; a year
 * that stands first is passed over (2023年度通州区法治政府…).
 */
export function titleHead(title: string): string {
  const isSpreadOut = /^(?:\S\s){4,}/.test(title.trim());
  const text = (isSpreadOut ? compact(title) : title.trim()).replace(/^[《“【]/, '').replace(leadingYear, '');
  const about = text.indexOf('关于');
  if (about > 0) return text.slice(0, about).trim();
  const rest = about === 0 ? text.slice(2) : text;
  const cut = rest.search(subject);
  return (cut < 0 ? rest : rest.slice(0, cut)).trim();
}
