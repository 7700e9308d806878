import { join } from 'node:path';
import { reportFiles, soundReport } from '../content-files/report-store.ts';
import { writeWhole } from '../host/whole-file.ts';
import { judgedCandidates } from './candidate-records.ts';
import { type Candidate, csvCell } from './collected-reports.ts';
import type { JournalEntry, Visit, Wanted } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';

/** What became of a source: there as it was, with other words, at another address, gone; or nobody knows. */
export const sourceStates = ['alive', 'changed', 'moved', 'gone', 'unknown'] as const;
export type SourceState = (typeof sourceStates)[number];

/** A source as it was found when it was looked at again. */
export interface RecheckedSource {
  readonly address: string;
  readonly state: SourceState;
  /** What is to be said of it, in Chinese; empty where the state says all. */
  readonly note: string;
  /** Days, ISO text; null where it was never seen by the collector. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** Addresses of pages that hold reports: those of the archive's captures, and those that were collected. */
export function recheckSeeds(content: string, entries: readonly JournalEntry[]): Wanted[] {
  const addresses = new Set<string>();
  for (const file of reportFiles(content)) {
    const { report } = soundReport(content, file);
    for (const { url } of report.sources) {
      const address = url === null ? null : canonicalAddress(url, url);
      if (address !== null) addresses.add(address);
    }
  }
  for (const entry of entries) if (entry.kind === 'visit' && entry.file !== null) addresses.add(entry.asked.address);
  return [...addresses]
    .sort()
    .map((address) => ({ ...{ address, why: 'source', column: address, from: null, text: '', depth: 0 } }));
}

const dayOf = ({ at }: Visit): string => at.slice(0, 10);

interface RecheckOrder {
  readonly folder: string;
  readonly content: string;
  /** The content folder that comes with the program. */
  readonly own: string;
  readonly today: string;
  readonly seeds: readonly Wanted[];
  /** What the journal held before. */
  readonly before: readonly JournalEntry[];
  readonly visits: readonly Visit[];
}

/**
 * What became of each source, by address, written to `sources.csv` beside the journal and given back. A page whose
 * bytes differ has changed only where the report's own text does: counters of readers and days of today are none of it.
 */
export async function recheckStates(order: RecheckOrder): Promise<RecheckedSource[]> {
  const { folder, content, own, today, seeds, before, visits } = order;
  const earlier = Map.groupBy(
    before.flatMap((entry) => (entry.kind === 'visit' && entry.sha256 !== null && entry.file !== null ? [entry] : [])),
    ({ asked }) => asked.address,
  );
  const now = new Map(visits.map((visit) => [visit.asked.address, visit]));
  /** Where an address leads in the end. */
  const end = (visit: Visit, hops = 0): Visit => {
    const next = visit.outcome === 'moved' && visit.found[0] && hops < 10 ? now.get(visit.found[0].address) : undefined;
    return next ? end(next, hops + 1) : visit;
  };
  const differing: Candidate[] = [];
  const asCandidate = (visit: Visit): Candidate => {
    return {
      file: visit.file ?? '',
      addresses: [visit.asked.address],
      captured: dayOf(visit),
      title: '',
      column: visit.asked.column,
    };
  };
  for (const { address } of seeds) {
    const last = earlier.get(address)?.at(-1);
    const visit = now.get(address);
    const latest = visit ? end(visit) : undefined;
    if (last && latest?.file && latest.sha256 !== last.sha256) differing.push(asCandidate(last), asCandidate(latest));
  }
  const texts = new Map<string, string>();
  const unique = [...new Map(differing.map((one) => [one.file, one])).values()];
  for await (const { candidate, outcome } of judgedCandidates(folder, unique, { content, own, today, withBody: true }))
    if (outcome.record.body) texts.set(candidate.file, outcome.record.body.join('\n'));
  const states = seeds.map(({ address }): RecheckedSource => {
    const known = earlier.get(address) ?? [];
    const last = known.at(-1);
    const firstSeen = known[0] ? dayOf(known[0]) : null;
    const visit = now.get(address);
    const latest = visit ? end(visit) : undefined;
    const state = (name: SourceState, note: string, isSeen: boolean): RecheckedSource => {
      const seen = isSeen && latest ? dayOf(latest) : last ? dayOf(last) : null;
      return { address, state: name, note, firstSeen: firstSeen ?? (isSeen ? seen : null), lastSeen: seen };
    };
    if (!visit || !latest) return state('unknown', '这一次没有问', false);
    if (latest.outcome === 'gone') return state('gone', latest.note, false);
    if (latest.outcome !== 'kept' && latest.outcome !== 'same') {
      if (latest.outcome === 'moved' && latest.to !== null)
        return state('moved', `移到 ${latest.to}：${latest.note}`, false);
      return state('unknown', latest.note, false);
    }
    if (latest.file === null) return state('gone', '不再是一份报告的网页', false);
    const moved = latest === visit ? '' : `移到 ${latest.asked.address}`;
    const isSameText =
      !last ||
      latest.sha256 === last.sha256 ||
      (texts.get(latest.file) !== undefined && texts.get(latest.file) === texts.get(last.file ?? ''));
    if (!isSameText) return state('changed', [moved, `新的一份是 ${latest.file}`].filter(Boolean).join('；'), true);
    return moved === '' ? state('alive', '', true) : state('moved', moved, true);
  });
  const rows = states.map(({ address, state, firstSeen, lastSeen, note }) =>
    [address, state, firstSeen ?? '', lastSeen ?? '', today, note].map(csvCell).join(','),
  );
  writeWhole(
    join(folder, 'sources.csv'),
    `${['address,state,first_seen,last_seen,checked,note', ...rows].join('\n')}\n`,
  );
  return states;
}
