import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { machineRefusal } from '../../host/expected-failure.ts';
import { compareText } from '../../text/order.ts';
import { type Draft, draftFileNames, draftFolder, draftNames, draftReading } from './draft.ts';
import { type DraftRecord, draftRecordReading } from './draft-record.ts';
import { alikeTexts } from './text-sketch.ts';

/** A draft as the queue shows it. */
export interface QueuedDraft {
  readonly draft: Draft;
  /** Null where the record is missing or broken. */
  readonly record: Pick<DraftRecord['record'], 'isReport' | 'reportId' | 'title' | 'region' | 'year'> | null;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Whether its text was changed by hand. */
  readonly isChanged: boolean;
  /** Drafts of the same report, or of nearly the same text. */
  readonly alike: readonly string[];
}

/** Which drafts are wanted. */
export interface QueueFilter {
  readonly state: Draft['state'] | 'all';
  /** Letters of a place's name or code, a title or a year; everything where it is empty. */
  readonly words: string;
  /** Whether pages that are no reports are wanted instead of those that may be. */
  readonly others: boolean;
}

interface Kept {
  /** Of the files that it was read from: when they were last written, and how long they are. */
  readonly seal: string;
  readonly queued: Omit<QueuedDraft, 'alike'>;
  readonly sketch: readonly number[];
}

/** When a file was last written and how long it is; empty where there is none. */
function sealOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (machineRefusal(error)) return null;
    throw error;
  }
}

const isOther = ({ record }: Pick<QueuedDraft, 'record'>): boolean => record?.isReport === false;

/** What is in the most doubt first: by errors, then warnings, then notes; then as they are called. */
function byDoubt(one: QueuedDraft, other: QueuedDraft): number {
  return (
    other.errors - one.errors ||
    other.warnings - one.warnings ||
    other.notes - one.notes ||
    compareText(one.record?.reportId ?? '', other.record?.reportId ?? '') ||
    compareText(one.draft.sha256, other.draft.sha256)
  );
}

/** All drafts of a content folder, read once and again where their files have changed. */
export class DraftQueue {
  readonly #content: string;
  #kept = new Map<string, Kept>();
  #sorted: readonly QueuedDraft[] = [];

  constructor(content: string) {
    this.#content = content;
  }

  #read(sha256: string): Kept | null {
    const folder = join(this.#content, draftFolder(sha256));
    const files = [draftFileNames.draft, draftFileNames.record, draftFileNames.text].map((name) => join(folder, name));
    const seals = files.map(sealOf);
    const seal = seals.join();
    const known = this.#kept.get(sha256);
    if (known?.seal === seal) return known;
    const [draftFile = '', recordFile = ''] = files;
    const { draft } = draftReading(read(draftFile) ?? '', sha256);
    if (!draft) return null;
    const whole = draftRecordReading(read(recordFile) ?? '');
    const count = (wanted: string): number =>
      whole?.record.issues.filter(({ severity }) => severity === wanted).length ?? 0;
    const record = whole && {
      isReport: whole.record.isReport,
      reportId: whole.record.reportId,
      title: whole.record.title,
      region: whole.record.region,
      year: whole.record.year,
    };
    const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') };
    return {
      seal,
      queued: { draft, record, ...counts, isChanged: seals[2] !== '' },
      sketch: whole?.sketch ?? [],
    };
  }

  /** Every draft that can be read, the most doubtful first. */
  all(): readonly QueuedDraft[] {
    const kept = new Map<string, Kept>();
    let isSame = true;
    for (const name of draftNames(this.#content)) {
      const one = this.#read(name);
      if (!one) continue;
      if (this.#kept.get(name) !== one) isSame = false;
      kept.set(name, one);
    }
    if (isSame && kept.size === this.#kept.size) return this.#sorted;
    const alike = alikeTexts(new Map([...kept].map(([name, { sketch }]) => [name, sketch])));
    const byReport = Map.groupBy([...kept], ([, { queued }]) => queued.record?.reportId ?? null);
    this.#sorted = [...kept]
      .map(([name, { queued }]) => {
        const id = queued.record?.reportId ?? null;
        const same = id === null ? [] : (byReport.get(id) ?? []).map(([other]) => other);
        const others = new Set([...(alike.get(name) ?? []), ...same]);
        others.delete(name);
        return { ...queued, alike: [...others] };
      })
      .sort(byDoubt);
    this.#kept = kept;
    return this.#sorted;
  }

  /** Those that are wanted, in order. */
  filtered({ state, words, others }: QueueFilter): QueuedDraft[] {
    const sought = words.trim();
    return this.all().filter((queued) => {
      const { draft, record } = queued;
      if (state !== 'all' && draft.state !== state) return false;
      if (isOther(queued) !== others) return false;
      const { path = [], code = '' } = record?.region ?? {};
      const said = [...path, code, record?.title ?? '', String(record?.year ?? ''), draft.name, ...draft.addresses];
      return sought === '' || said.join(' ').includes(sought);
    });
  }

  /** How many there are of each state, those that are no reports apart. */
  counts(): Readonly<Record<Draft['state'] | 'others', number>> {
    const counts = { open: 0, postponed: 0, refused: 0, others: 0 };
    for (const queued of this.all()) {
      if (isOther(queued) && queued.draft.state === 'open') counts.others++;
      else counts[queued.draft.state]++;
    }
    return counts;
  }
}
