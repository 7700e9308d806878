import { periodsOverlap, type Region } from './region.ts';
import { compareRegions } from './region-tree.ts';

/** Kinds of difference between the register and a reference table, in the order in which they are shown. */
export const differenceKinds = {
  'present-missing': '现行区划，登记没有',
  'present-extra': '现行区划，表里没有',
  name: '现行名称不同',
  parent: '上级不同',
  since: '起年不同',
  until: '止年不同',
  successors: '后继不同',
  'history-extra': '历史区划，表里没有',
  'history-missing': '历史区划，登记没有',
  later: '晚于表的末年（预期之内）',
} as const;

export type DifferenceKind = keyof typeof differenceKinds;

/** One difference; `register` or `table` is null where that side does not have the unit. */
export interface RegionDifference {
  readonly kind: DifferenceKind;
  readonly code: string;
  readonly register: Region | null;
  readonly table: Region | null;
}

type Difference = Omit<RegionDifference, 'code'>;

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

/** The table's period that is the register's; a code may have borne one name twice, the register knows the later time. */
function counterpart(register: Region, rows: readonly Region[]): Region | undefined {
  const same = rows.filter((row) => row.name === register.name && periodsOverlap(row, register));
  return same.find(({ until }) => until === register.until) ?? same.at(-1);
}

/** What stands on one side alone; two present units of one code differ by name. */
function* unpaired(ours: readonly Region[], theirs: readonly Region[]): Generator<Difference> {
  const ourPresent = ours.find(({ until }) => until === null) ?? null;
  const theirPresent = theirs.find(({ until }) => until === null) ?? null;
  if (ourPresent && theirPresent) yield { kind: 'name', register: ourPresent, table: theirPresent };
  else if (ourPresent) yield { kind: 'present-extra', register: ourPresent, table: null };
  else if (theirPresent) yield { kind: 'present-missing', register: null, table: theirPresent };
  for (const register of ours) if (register !== ourPresent) yield { kind: 'history-extra', register, table: null };
  for (const table of theirs) if (table !== theirPresent) yield { kind: 'history-missing', register: null, table };
}

/** All differences of one code. */
function* codeDifferences(ours: readonly Region[], theirs: readonly Region[]): Generator<Difference> {
  const unmatched = new Set(theirs);
  const alone: Region[] = [];
  for (const register of ours) {
    const table = counterpart(register, [...unmatched]);
    if (!table) {
      alone.push(register);
      continue;
    }
    unmatched.delete(table);
    for (const kind of fieldDifferences(register, table)) yield { kind, register, table };
  }
  yield* unpaired(alone, [...unmatched]);
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
