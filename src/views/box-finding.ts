import { departmentKey } from '../archive/issuer-department.ts';
import type { ReportId } from '../archive/report-id.ts';
import { type BoxFile, yearsOfText } from './box-file.ts';
import { type Findable, type FoundUnit, foundRegions } from './region-finding.ts';

/** What the box offers for what was typed; the reader chooses, nothing is opened unasked. */
export type BoxAnswer =
  | {
      readonly kind: 'report';
      readonly id: ReportId;
      readonly region: FoundUnit;
      readonly year: number;
      readonly department: string | null;
    }
  | { readonly kind: 'region'; readonly region: FoundUnit }
  | { readonly kind: 'year'; readonly year: number; readonly count: number }
  | { readonly kind: 'department'; readonly key: string; readonly name: string; readonly count: number };

/** Which reports there are, to be asked. */
export interface BoxData {
  readonly regions: readonly Findable[];
  /** By code: years of the government's reports, and of its departments' by slug; newest first. */
  readonly held: ReadonlyMap<
    string,
    { readonly years: readonly number[]; readonly bySlug: ReadonlyMap<string, readonly number[]> }
  >;
  readonly years: BoxFile['years'];
  readonly departments: BoxFile['departments'];
}

/** The box's file, unpacked. */
export function boxData(regions: readonly Findable[], { places, years, departments }: BoxFile): BoxData {
  const held = new Map(
    (places === '' ? [] : places.split('\n')).map((line) => {
      const [code = '', own = '', ...slugs] = line.split('\t');
      const bySlug = new Map(
        slugs.map((text) => {
          const space = text.indexOf(' ');
          return [text.slice(0, space), yearsOfText(text.slice(space + 1))] as const;
        }),
      );
      return [code, { years: yearsOfText(own), bySlug }] as const;
    }),
  );
  return { regions, held, years, departments };
}

/** A year that stands alone, not the beginning of a code; with the word after it. */
const yearTyped = /(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?度?/gu;
/** Words of the titles that say nothing of where or when. */
const genre =
  /中共|关于|推进|法治政府建设|法治政府|法治建设|依法行政|年度报告|工作报告|工作总结|工作情况|情况|年度|报告|总结|工作|[的之年度份]/gu;
/** How a place's bodies are named behind the place. */
const bodies = /(?:人民政府|政府|委员会|党委|委)+$/u;
/** Between the bodies of a joint report's title, which names its place for each: 博山区委博山区人民政府. */
const betweenBodies = /(?:人民政府|政府|委员会|党委|委)+(?=.)/u;

const mostRegions = 6;
const mostYears = 3;

/**
 * What fits what was typed, the best first: reports of the places and years named (of the newest years where none is
 * named), then the places, the years, the departments. Empty where nothing was recognised; the full text is not asked.
 */
export function boxAnswers({ regions, held, years, departments }: BoxData, query: string): BoxAnswer[] {
  const text = query.normalize('NFKC').trim();
  const asked = [...new Set([...text.matchAll(yearTyped)].map(([, year]) => Number(year)))];
  const words = text.replace(yearTyped, '').replace(/\s+/gu, '');
  const isChinese = /\p{sc=Han}/u.test(words);
  const bare = isChinese ? words.replace(genre, '') : words;
  const department = departments.find(([, name]) => bare.endsWith(name) && bare.length > 0);
  const place = (department ? bare.slice(0, bare.length - department[1].length) : bare).replace(
    isChinese ? bodies : /$^/,
    '',
  );
  const whole = place === '' ? [] : foundRegions(regions, place);
  const last = place.split(betweenBodies).at(-1) ?? '';
  const found = (whole.length > 0 || last === '' ? whole : foundRegions(regions, last)).slice(0, mostRegions);
  const reports = found.flatMap((region, at): BoxAnswer[] => {
    const here = held.get(region.code);
    if (!here) return [];
    const { until } = region;
    const lines: (readonly [string | null, readonly number[]])[] = department
      ? [...here.bySlug].filter(([slug]) => departmentKey(slug) === department[0])
      : [[null, here.years]];
    const few = at === 0 ? mostYears : 0;
    return lines.flatMap(([slug, all]) => {
      // What a code bore before is answered with the years of that name.
      const theirs = all.filter((year) => until === null || year <= until);
      return (asked.length > 0 ? theirs.filter((year) => asked.includes(year)) : theirs.slice(0, few)).map((year) => ({
        kind: 'report' as const,
        id: slug === null ? `${region.code}/${year}` : `${region.code}/${year}-${slug}`,
        region,
        year,
        department: slug === null ? null : (department?.[1] ?? null),
      }));
    });
  });
  return [
    ...reports,
    ...found.map((region) => ({ kind: 'region' as const, region })),
    ...years
      .filter(([year]) => asked.includes(year) && (found.length === 0 || place === ''))
      .map(([year, count]) => ({ kind: 'year' as const, year, count })),
    ...departments
      .filter(
        ([, name]) =>
          bare !== '' && isChinese && (department?.[1] === name || (bare.length > 1 && name.includes(bare))),
      )
      .slice(0, mostYears)
      .map(([key, name, count]) => ({ kind: 'department' as const, key, name, count })),
  ];
}
