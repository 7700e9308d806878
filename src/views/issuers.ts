import type { ArchiveIndex } from '../archive/archive-index.ts';
import { type IssuerKind, issuerKinds } from '../archive/issuer.ts';
import { departmentKey, departmentName } from '../archive/issuer-department.ts';
import { stateCode } from '../archive/region-code.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { compareText } from '../text/order.ts';
import { headingOf, type PlaceGroup, placeGroups, rowOfYears } from './place-groups.ts';
import type { RegionCount } from './region.ts';

/** A department of all places and levels, with its reports: 公安局、公安厅. */
export interface DepartmentCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** What the page of issuers shows. */
export interface IssuersView {
  readonly kinds: readonly { readonly kind: IssuerKind; readonly count: number }[];
  /** Those with the most reports first. */
  readonly departments: readonly DepartmentCount[];
}

/** A year's reports of one kind in the provinces; the cells come in the order of the provinces. */
export interface KindMatrix {
  readonly years: readonly number[];
  readonly rows: readonly (RegionCount & { readonly cells: readonly number[] })[];
}

/** What the page of one kind of issuer shows: every report where they can be read through, else how many and where. */
export interface IssuerKindView {
  readonly kind: IssuerKind;
  readonly count: number;
  readonly groups: readonly PlaceGroup[];
  readonly matrix: KindMatrix | null;
}

/** What a page of a department shows; `path` leads from the province down and is empty for the whole country. */
export interface DepartmentView extends DepartmentCount {
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly groups: readonly PlaceGroup[];
  /** Provinces or prefectures with pages of their own. */
  readonly parts: readonly RegionCount[];
}

/** More reports than that are counted by place: some forty places with all their years. */
const readable = 400;

/** The names that most departments under one key bear, one for each rank of office; by rank. */
function commonName(reports: readonly ReportSummary[]): string {
  const names = [...Map.groupBy(reports, ({ slug }) => slug ?? '')].sort(([a], [b]) => compareText(a, b));
  const most = names.map(([, some]) => {
    const counts = [...Map.groupBy(some, departmentName)].map(([name, { length }]) => ({ name, length }));
    return counts.sort((a, b) => b.length - a.length || compareText(a.name, b.name))[0]?.name ?? '';
  });
  return [...new Set(most)].join('、');
}

const departmentsOf = (reports: readonly ReportSummary[]): Map<string, ReportSummary[]> =>
  Map.groupBy(
    reports.filter(({ issuerKind }) => issuerKind === 'department'),
    ({ slug }) => departmentKey(slug ?? ''),
  );

/** The page of all issuers. */
export function issuersView({ reports }: ArchiveIndex): IssuersView {
  const kinds = Map.groupBy(reports, ({ issuerKind }) => issuerKind);
  return {
    kinds: issuerKinds.flatMap((kind) => {
      const count = kinds.get(kind)?.length ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    }),
    departments: [...departmentsOf(reports)]
      .map(([key, some]) => ({ key, name: commonName(some), count: some.length }))
      .sort((a, b) => b.count - a.count || compareText(a.key, b.key)),
  };
}

function kindMatrix({ tree, years }: ArchiveIndex, reports: readonly ReportSummary[]): KindMatrix {
  const cells = Map.groupBy(reports, ({ region, year }) => `${region.slice(0, 2)}/${year}`);
  const rows = [tree.region(stateCode) ?? [], tree.children(stateCode)].flat().flatMap(({ code, name }) => {
    const counts = years.map((year) => cells.get(`${code.slice(0, 2)}/${year}`)?.length ?? 0);
    const count = counts.reduce((sum, cell) => sum + cell, 0);
    return count > 0 ? [{ code, name, count, cells: counts }] : [];
  });
  return { years, rows };
}

/** The pages of governments, party committees and townships: of each kind that has reports. */
export function issuerKindViews(index: ArchiveIndex): IssuerKindView[] {
  const kinds = Map.groupBy(index.reports, ({ issuerKind }) => issuerKind);
  return [...kinds].flatMap(([kind, reports]) => {
    if (kind === 'department') return [];
    const isListed = reports.length <= readable;
    return [
      {
        kind,
        count: reports.length,
        groups: isListed ? placeGroups(index.tree, reports, 'province', rowOfYears) : [],
        matrix: isListed ? null : kindMatrix(index, reports),
      },
    ];
  });
}

/** A department's pages: one, or where its reports are many one a province, or even one a prefecture, besides. */
function viewsOfDepartment(
  tree: RegionTree,
  about: Pick<DepartmentView, 'key' | 'name'>,
  reports: readonly ReportSummary[],
  path: DepartmentView['path'],
): DepartmentView[] {
  const level = path.length === 0 ? 'province' : 'prefecture';
  const here = path.at(-1)?.code;
  const view = { ...about, path, count: reports.length };
  if (reports.length <= readable || path.length === 2)
    return [{ ...view, groups: placeGroups(tree, reports, level, rowOfYears), parts: [] }];
  const byPlace = Map.groupBy(reports, (report) => headingOf(tree, report, level)?.code ?? '');
  const below = [...byPlace].filter(([code]) => code !== here);
  const own = byPlace.get(here ?? '') ?? [];
  const named = (code: string) => ({ code, name: tree.region(code)?.name ?? code });
  return [
    {
      ...view,
      groups: placeGroups(tree, own, level, rowOfYears),
      parts: below.map(([code, some]) => ({ ...named(code), count: some.length })),
    },
    ...below.flatMap(([code, some]) => viewsOfDepartment(tree, about, some, [...path, named(code)])),
  ];
}

/** The pages of all departments. Linear. */
export function departmentViews(index: ArchiveIndex): DepartmentView[] {
  return [...departmentsOf(index.reports)].flatMap(([key, reports]) =>
    viewsOfDepartment(index.tree, { key, name: commonName(reports) }, reports, []),
  );
}
