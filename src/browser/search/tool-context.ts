import { stateCode } from '../../archive/region-code.ts';
import { issuerKindKeys, levelKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { failedFilters } from '../../search/filters.ts';
import type { AskedSearch } from './answer.ts';
import type { CorpusContext } from './corpus/corpus-context.ts';
import type { PhraseCounts, PhraseEngine } from './exact/engine.ts';
import { ReadingProgress } from './reading-progress.ts';
import { regionLabel, scopeNames } from './scope-names.ts';
import { stateFilters } from './state.ts';
import type { PhraseTally } from './tally.ts';

/** A literal answer as its tools see it. */
export function toolContext(
  { state, known, archiveVersion, isCurrent, change }: AskedSearch,
  engine: PhraseEngine,
  counts: PhraseCounts,
  tally: PhraseTally,
): CorpusContext {
  const filters = stateFilters(state);
  const kinds: Readonly<Record<string, Parameters<typeof saying>[0]>> = { ...levelKeys, ...issuerKindKeys };
  const nameOf = (value: string): Saying | string => {
    const key = kinds[value];
    if (key) return { key, values: {} };
    if (value === stateCode) return saying('national');
    return /^\d{6}$/.test(value) ? regionLabel(value, known) : value;
  };
  return {
    engine,
    query: state.q,
    state,
    filters,
    scope: scopeNames(state, known),
    total: tally.total,
    found: tally.found.map(({ facts }) => facts.id),
    searched: counts.searched.flatMap((facts) => (failedFilters(facts, filters).length === 0 ? [facts.id] : [])),
    years: [...tally.byYear.keys()].sort((a, b) => b - a).map(String),
    provinces: [...tally.byProvince.keys()].sort(),
    nameOf,
    archiveVersion,
    isCurrent,
    change,
    progress: (say, stopWord) => new ReadingProgress(say, stopWord),
  };
}
