import { periodsOverlap, type Region } from './region.ts';
import { compareRegions } from './region-tree.ts';

/** Kinds of difference between the register and a reference table, in the order in which they are shown. */
export const differenceKinds = {
  'present-missing': '现行区划,登记没有',
  'present-extra': '现行区划,表里没有',
  name: '现行名称不同',
  parent: '上级不同',
  since: '起年不同',
  until: '止年不同',
  successors: '后继不同',
  'history-extra': '历史区划,表里没有',
  'history-missing': '历史区划,登记没有',
  later: '晚于表的末年(预期之内)',
} as const;

export type DifferenceKind = keyof typeof differenceKinds;

/** One difference; `register` or `table` is null where that side does not have the unit. */
export interface RegionDifference {
  readonly kind: DifferenceKind;
  readonly code: string;
  readonly register: Region | null;
  readonly table: Region | null;
}

/** One period for each unit that went on under the same code, name and parent although it was set up anew. */
function continuousPeriods(regions: readonly Region[]): Region[] {
  const whole: Region[] = [];
  for (const region of [...regions].sort(compareRegions)) {
    const last = whole.at(-1);
    const goesOn = last && last.until !== null && last.until + 1 === region.since;
    if (goesOn && last.code === region.code && last.name === region.name && last.parent === region.parent)
      whole[whole.length - 1] = { ...region, since: last.since };
    else whole.push(region);
  }
  return whole;
}

/** The register as it would have stood at the end of a year. */
function asOf(regions: readonly Region[], year: number): Region[] {
  return regions
    .filter(({ since }) => since === null || since <= year)
    .map((region) =>
      region.until !== null && region.until >= year ? { ...region, until: null, successors: [] } : region,
    );
}

const sameCodes = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

function* fieldDifferences(register: Region, table: Region): Generator<DifferenceKind> {
  if (register.parent !== table.parent) yield 'parent';
  if (register.since !== null && register.since !== table.since) yield 'since';
  if (register.until !== table.until) yield 'until';
  else if (table.successors.length > 0 && !sameCodes(register.successors, table.successors)) yield 'successors';
}

function* codeDifferences(
  ours: readonly Region[],
  theirs: readonly Region[],
): Generator<Omit<RegionDifference, 'code'>> {
  const matched = new Set<Region>();
  const unmatched: Region[] = [];
  for (const register of ours) {
    const table = theirs.find(
      (row) => row.name === register.name && periodsOverlap(row, register) && !matched.has(row),
    );
    if (!table) {
      unmatched.push(register);
      continue;
    }
    matched.add(table);
    for (const kind of fieldDifferences(register, table)) yield { kind, register, table };
  }
  const rest = theirs.filter((row) => !matched.has(row));
  for (const register of unmatched) {
    const table = register.until === null ? rest.find(({ until }) => until === null) : undefined;
    if (table) {
      matched.add(table);
      yield { kind: 'name', register, table };
    } else yield { kind: register.until === null ? 'present-extra' : 'history-extra', register, table: null };
  }
  for (const table of rest)
    if (!matched.has(table))
      yield { kind: table.until === null ? 'present-missing' : 'history-missing', register: null, table };
}

/**
 * Every difference between the register and a table that tells the state of things up to the end of `year`, by kind,
 * then code. Where the register does not know since when a unit was in force, nothing is said about it; where the table
 * names no successor, neither. The State and own codes stand in no table.
 */
export function regionDifferences(
  register: readonly Region[],
  table: readonly Region[],
  year: number,
): RegionDifference[] {
  const official = register.filter(({ code, level }) => code.length === 6 && level !== 'national');
  const ours = Map.groupBy(continuousPeriods(asOf(official, year)), ({ code }) => code);
  const theirs = Map.groupBy(continuousPeriods(table), ({ code }) => code);
  const found: RegionDifference[] = [];
  for (const code of new Set([...ours.keys(), ...theirs.keys()]))
    for (const difference of codeDifferences(ours.get(code) ?? [], theirs.get(code) ?? []))
      found.push({ code, ...difference });
  for (const region of official)
    if ((region.since ?? 0) > year || (region.until !== null && region.until >= year))
      found.push({ kind: 'later', code: region.code, register: region, table: null });
  const order = Object.keys(differenceKinds);
  const place = (unit: RegionDifference): Region | null => unit.register ?? unit.table;
  return found.sort((a, b) => {
    const [first, second] = [place(a), place(b)];
    return order.indexOf(a.kind) - order.indexOf(b.kind) || (first && second ? compareRegions(first, second) : 0);
  });
}
