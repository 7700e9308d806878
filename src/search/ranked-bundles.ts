import { provinceOfCode, stateCode } from '../archive/region-code.ts';
import { compareText } from '../text/order.ts';

/**
 * How ranked search is divided. Pagefind needs memory in proportion to a bundle and ranks wrongly across merged ones,
 * so a large archive has many bundles, each asked alone. What is in which bundle is a pure function of the reports
 * held: an addition never moves another report to another bundle, except out of one that it makes too large.
 */

/** A bundle below `/pagefind/` and the scope that it answers completely. */
export interface RankedBundle {
  /** Folder below `/pagefind/`: empty where one bundle serves all, else `14/`, `14-2016-2023/`, `51-2024-01-31/`. */
  readonly folder: string;
  /** Code of the province, `000000` for the State; null for the whole archive. */
  readonly province: string | null;
  /** First and last report year that the bundle is for, whether or not each has reports; null for all. */
  readonly years: readonly [number, number] | null;
  /** First and last prefecture (the code's third and fourth digit), where one year of one province is divided. */
  readonly prefectures: readonly [number, number] | null;
  readonly reports: number;
}

/** The file `/pagefind/bundles.json`: every report is in exactly one bundle. Sorted by folder. */
export interface RankedBundles {
  readonly version: 1;
  readonly bundles: readonly RankedBundle[];
}

/** What decides a report's bundle. */
export interface BundleMember {
  readonly region: string;
  readonly year: number;
}

/** A bundle with its reports, in the order given. */
export interface PlannedBundle<Member extends BundleMember> extends RankedBundle {
  readonly members: readonly Member[];
}

export interface BundleLimits {
  /** Up to so many reports one bundle serves all. */
  readonly single: number;
  /** A bundle of a larger archive holds at most so many (unless one year of one prefecture has more). */
  readonly most: number;
}

/** Memory and ranking decide: Pagefind takes 1.4 GB for 600 reports. */
const bundleLimits: BundleLimits = { single: 2000, most: 600 };

/**
 * Whether an archive of so many reports has bundles at all. Unless it is asked for or forbidden, where one bundle serves
 * all: above that Pagefind ranks one province and year at a time, and takes three quarters of a build.
 */
export const hasRankedBundles = (reports: number, asked: boolean | null): boolean =>
  asked ?? reports <= bundleLimits.single;

// Halves of these ranges, and halves of halves, are the only groups there are: so they never shift.
const allYears = [1984, 2111] as const;
const allPrefectures = [0, 127] as const;

interface Group<Member> {
  readonly range: readonly [number, number];
  readonly members: readonly Member[];
}

/** Halves a range until no half holds more than `most`, or is one number. */
function halved<Member>(group: Group<Member>, place: (member: Member) => number, most: number): Group<Member>[] {
  const [first, last] = group.range;
  if (group.members.length === 0) return [];
  if (group.members.length <= most || first === last) return [group];
  const middle = (first + last + 1) / 2;
  const lower = group.members.filter((member) => place(member) < middle);
  const upper = group.members.filter((member) => place(member) >= middle);
  return [
    ...halved({ range: [first, middle - 1], members: lower }, place, most),
    ...halved({ range: [middle, last], members: upper }, place, most),
  ];
}

const prefecture = ({ region }: BundleMember): number => Number(region.slice(2, 4));
const isAll = (range: readonly [number, number], all: readonly [number, number]): boolean =>
  range[0] === all[0] && range[1] === all[1];
const rangeName = ([first, last]: readonly [number, number], width: number): string =>
  [first, ...(first === last ? [] : [last])].map((number) => `-${String(number).padStart(width, '0')}`).join('');

function bundlesOfProvince<Member extends BundleMember>(
  province: string,
  members: readonly Member[],
  most: number,
): PlannedBundle<Member>[] {
  return halved({ range: allYears, members }, ({ year }) => year, most).flatMap((years) =>
    halved({ range: allPrefectures, members: years.members }, prefecture, most).map(({ range, members: within }) => {
      const isWhole = isAll(range, allPrefectures);
      const name = `${province}${isAll(years.range, allYears) ? '' : rangeName(years.range, 4)}`;
      return {
        folder: `${name}${isWhole ? '' : `-p${rangeName(range, 2)}`}/`,
        province: provinceOfCode(province),
        years: isAll(years.range, allYears) ? null : years.range,
        prefectures: isWhole ? null : range,
        reports: within.length,
        members: within,
      };
    }),
  );
}

/** Divides reports into bundles, sorted by folder. */
export function plannedBundles<Member extends BundleMember>(
  members: readonly Member[],
  { single, most }: BundleLimits = bundleLimits,
): PlannedBundle<Member>[] {
  if (members.length <= single)
    return [{ folder: '', province: null, years: null, prefectures: null, reports: members.length, members }];
  const provinces = Map.groupBy(members, ({ region }) => region.slice(0, 2));
  return [...provinces]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([province, within]) => bundlesOfProvince(province, within, most));
}

const isRange = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every(Number.isInteger));

function isBundle(value: unknown): value is RankedBundle {
  if (typeof value !== 'object' || value === null) return false;
  if (!('folder' in value && 'province' in value && 'years' in value && 'prefectures' in value && 'reports' in value))
    return false;
  const isProvince = value.province === null || typeof value.province === 'string';
  return (
    typeof value.folder === 'string' &&
    isProvince &&
    isRange(value.years) &&
    isRange(value.prefectures) &&
    typeof value.reports === 'number'
  );
}

/** Whether a value that was fetched is the file `bundles.json` in the version known here. */
export function isRankedBundles(value: unknown): value is RankedBundles {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'bundles' in value &&
    Array.isArray(value.bundles) &&
    value.bundles.every(isBundle)
  );
}

/** A scope that a reader has chosen: a region's code, or null, and report years, or null. */
export interface ChosenScope {
  readonly region: string | null;
  readonly years: readonly [number, number] | null;
}

/** The bundles that hold reports of a scope. Exactly one: it can be asked; more: the reader narrows the scope first. */
export function bundlesOfScope({ bundles }: RankedBundles, { region, years }: ChosenScope): RankedBundle[] {
  const isCountry = region === null || region === stateCode;
  const isProvince = region?.endsWith('0000') === true;
  return bundles.filter((bundle) => {
    if (bundle.province !== null && !isCountry && bundle.province !== provinceOfCode(region)) return false;
    if (bundle.prefectures !== null && !isCountry && !isProvince) {
      const place = prefecture({ region, year: 0 });
      if (place < bundle.prefectures[0] || place > bundle.prefectures[1]) return false;
    }
    return bundle.years === null || years === null || (years[0] <= bundle.years[1] && bundle.years[0] <= years[1]);
  });
}
