import { logLikelihood, logRatio } from './association.ts';
import { type CountedPart, deviationOfProportions } from './dispersion.ts';
import { type Interval, rateInterval, wilsonInterval } from './intervals.ts';

/** A phrase's count in one report that was searched, with the characters searched in it and the group it belongs to. */
export interface GroupedReport {
  readonly group: string;
  readonly characters: number;
  readonly occurrences: number;
}

/** A phrase's figures in one group of reports, and in the others taken together. */
export interface GroupFigures {
  readonly group: string;
  readonly searched: number;
  readonly reports: number;
  /** Share of the reports that hold it, 0 to 1, with Wilson's interval. */
  readonly share: number;
  readonly shareInterval: Interval | null;
  readonly characters: number;
  readonly occurrences: number;
  /** Occurrences per character, with the interval of a bootstrap over reports. */
  readonly rate: number;
  readonly rateInterval: Interval | null;
  /** Gries' DP over the group's reports by their characters; null where there is nothing to spread. */
  readonly dispersion: number | null;
  /** Against all other groups, above 0 where it is more frequent here; null where there are none. */
  readonly logLikelihood: number | null;
  readonly logRatio: number | null;
}

/** A phrase's figures in all reports and group by group, groups in order of their names. */
export interface Distribution {
  readonly all: GroupFigures;
  readonly groups: readonly GroupFigures[];
}

interface Sums {
  readonly characters: number;
  readonly occurrences: number;
}

const sums = (parts: readonly CountedPart[]): Sums => ({
  characters: parts.reduce((sum, { size }) => sum + size, 0),
  occurrences: parts.reduce((sum, { count }) => sum + count, 0),
});

function figures(group: string, parts: readonly CountedPart[], all: Sums | null, seed: number): GroupFigures {
  const { characters, occurrences } = sums(parts);
  const reports = parts.filter(({ count }) => count > 0).length;
  const searched = parts.length;
  const table = all && {
    inside: occurrences,
    insideAll: characters,
    outside: all.occurrences - occurrences,
    outsideAll: all.characters - characters,
  };
  const isSet = table !== null && table.outsideAll > 0;
  return {
    group,
    searched,
    reports,
    share: searched > 0 ? reports / searched : 0,
    shareInterval: wilsonInterval(reports, searched),
    characters,
    occurrences,
    rate: characters > 0 ? occurrences / characters : 0,
    rateInterval: rateInterval(parts, seed, group),
    dispersion: parts.length > 1 ? deviationOfProportions(parts) : null,
    logLikelihood: isSet ? logLikelihood(table) : null,
    logRatio: isSet ? logRatio(table) : null,
  };
}

/** How a phrase is spread over groups of the reports searched. `seed` is that of the bootstrap. */
export function distribution(reports: readonly GroupedReport[], seed: number): Distribution {
  const parts = new Map<string, CountedPart[]>();
  const all: CountedPart[] = [];
  for (const { group, characters, occurrences } of reports) {
    const part = { size: characters, count: occurrences };
    all.push(part);
    const own = parts.get(group) ?? [];
    parts.set(group, own);
    own.push(part);
  }
  const total = sums(all);
  return {
    all: figures('', all, null, seed),
    groups: [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, own]) => figures(group, own, total, seed)),
  };
}
