import { reportFiles, soundReport } from '../content-files/report-store.ts';
import { type JudgedCandidate, judgedCandidates } from './candidate-records.ts';
import type { Candidate } from './collected-reports.ts';
import type { CollectingResult } from './collecting.ts';
import type { JournalEntry, Visit, Wanted } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import { lastSources, type RecheckedSource, writeSources } from './source-history.ts';

const dayOf = ({ at }: Visit): string => at.slice(0, 10);

/**
 * Addresses of pages that hold reports: those of the archive's captures, and those that were collected; those first
 * that were not looked at for the longest time, so that a run's limits leave over others each time.
 */
export function recheckSeeds(content: string, entries: readonly JournalEntry[]): Wanted[] {
  const looked = new Map<string, string>();
  for (const file of reportFiles(content)) {
    const { report } = soundReport(content, file);
    for (const { url } of report.sources) {
      const address = url === null ? null : canonicalAddress(url, url);
      if (address !== null) looked.set(address, '');
    }
  }
  const visits = entries.flatMap((entry) => (entry.kind === 'visit' ? [entry] : []));
  for (const { asked, file } of visits) if (file !== null) looked.set(asked.address, '');
  for (const { asked, at } of visits) if (looked.has(asked.address)) looked.set(asked.address, at);
  return [...looked]
    .sort(([one, at], [other, then]) => (at === then ? (one < other ? -1 : 1) : at < then ? -1 : 1))
    .map(([address]) => ({ ...{ address, why: 'source', column: address, from: null, text: '', depth: 0 } }));
}

interface RecheckOrder {
  readonly folder: string;
  readonly content: string;
  /** The content folder that comes with the program. */
  readonly own: string;
  readonly today: string;
  /** What the journal held before the run. */
  readonly before: readonly JournalEntry[];
  readonly result: CollectingResult;
}

/** A source with what was seen of it before and now. */
interface Looked {
  readonly address: string;
  /** The first and the last time that a body came from it, before this run. */
  readonly first: Visit | undefined;
  readonly last: Visit | undefined;
  /** The capture with which today's is compared; null where there is none. */
  readonly known: string | null;
  /** What came of asking now. */
  readonly visit: Visit | undefined;
  /** The same where the address leads in the end. */
  readonly latest: Visit | undefined;
}

function lookedAt({ folder, before, result: { seeds, visits } }: RecheckOrder): Looked[] {
  const earlier = Map.groupBy(
    before.flatMap((entry) => (entry.kind === 'visit' && entry.file !== null ? [entry] : [])),
    ({ asked }) => asked.address,
  );
  const checked = lastSources(folder);
  const now = new Map(visits.map((visit) => [visit.asked.address, visit]));
  const end = (visit: Visit, hops = 0): Visit => {
    const next = visit.outcome === 'moved' && visit.found[0] && hops < 10 ? now.get(visit.found[0].address) : undefined;
    return next ? end(next, hops + 1) : visit;
  };
  return seeds.map(({ address }) => {
    const own = earlier.get(address) ?? [];
    const visit = now.get(address);
    const known = checked.get(address)?.file || own.at(-1)?.file || null;
    return { address, first: own[0], last: own.at(-1), known, visit, latest: visit && end(visit) };
  });
}

/** What the import reads in captures that are to be compared, by file. */
async function readings(looked: readonly Looked[], order: RecheckOrder): Promise<Map<string, JudgedCandidate>> {
  const candidate = (file: string, address: string): Candidate => ({
    ...{ file, addresses: [address], captured: order.today, title: '', column: address },
  });
  const differing = looked.flatMap(({ address, known, latest }) => {
    if (known === null || !latest?.file || latest.file === known) return [];
    return [candidate(known, address), candidate(latest.file, latest.asked.address)];
  });
  const unique = [...new Map(differing.map((one) => [one.file, one])).values()];
  const read = new Map<string, JudgedCandidate>();
  for await (const one of judgedCandidates(order.folder, unique, { ...order, withBody: true }))
    read.set(one.candidate.file, one);
  return read;
}

function sourceNow(
  { address, first, last, known, visit, latest }: Looked,
  read: ReadonlyMap<string, JudgedCandidate>,
): RecheckedSource {
  const unseen = {
    ...{ address, firstSeen: first ? dayOf(first) : '', lastSeen: last ? dayOf(last) : '', file: known ?? '' },
    checked: visit ? dayOf(visit) : '',
  };
  if (!visit || !latest) return { ...unseen, state: 'unknown', note: '这一次没有问' };
  const { outcome, file, note, to } = latest;
  if (outcome === 'gone') return { ...unseen, state: 'gone', note };
  if (outcome === 'moved') return { ...unseen, state: 'moved', note: [to, note].filter(Boolean).join('：') };
  if (outcome !== 'kept' && outcome !== 'same') return { ...unseen, state: 'unknown', note };
  if (file === null) return { ...unseen, state: 'gone', note: '不再是一份报告的网页' };
  const place = latest === visit ? '' : `移到 ${latest.asked.address}`;
  const seen = { ...unseen, firstSeen: unseen.firstSeen || dayOf(latest), lastSeen: dayOf(latest), file };
  const there: RecheckedSource = { ...seen, state: place === '' ? 'alive' : 'moved', note: place };
  if (known === null || known === file) return there;
  const [past, present] = [read.get(known)?.outcome.record, read.get(file)?.outcome.record];
  if (past?.isReport === true && present?.isReport === false)
    return { ...unseen, state: 'gone', note: [place, '现在的网页不是报告'].filter(Boolean).join('，') };
  // Counters of readers and the day of today make other bytes, and no other report.
  const isSame = past?.body && present?.body && past.body.join('\n') === present.body.join('\n');
  return isSame
    ? there
    : { ...seen, state: 'changed', note: [place, `原来的一份是 ${known}`].filter(Boolean).join('；') };
}

/** What became of each source, by address, written to `sources.csv` and its history and given back. */
export async function recheckedSources(order: RecheckOrder): Promise<RecheckedSource[]> {
  const looked = lookedAt(order);
  const read = await readings(looked, order);
  const sources = looked.map((one) => sourceNow(one, read)).sort((a, b) => (a.address < b.address ? -1 : 1));
  writeSources(order.folder, sources);
  return sources;
}
