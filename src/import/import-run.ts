import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ImportSetting, ImportTask } from './import-input.ts';
import { failedOutcome, type ImportOutcome, refusedOutcome } from './import-outcome.ts';
import { importIssue } from './lines/issue.ts';

/** What a thread of an import is given once. */
export interface ThreadOrder {
  readonly setting: Omit<ImportSetting, 'names' | 'issuers' | 'hosts' | 'write'>;
  /** Folders in which the registers stand. */
  readonly vocabularies: Readonly<Record<'regions' | 'issuers' | 'hosts', string>>;
  /** 0: nothing is being written; 1: files are; 2: the thread is to write no more. */
  readonly gate: Int32Array;
}

/** A run over many files. `stop` ends it at once, but not among the files of one report. */
export interface ImportRun {
  readonly outcomes: AsyncGenerator<ImportOutcome>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds that one file may take. */
const mostPerFile = 60_000;
/** Memory of the thread, so that no file takes the machine's; a report needs a tenth of it. */
const most = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
/** Milliseconds between two looks at whether the writing is done. */
const interval = 5;

const tooSlow = (file: string, limit: number): ImportOutcome =>
  refusedOutcome(file, [importIssue('input/too-slow', null, `超过 ${limit / 1000} 秒`)]);

const tooHeavy = (file: string): ImportOutcome =>
  refusedOutcome(file, [importIssue('input/too-heavy', null, `超过 ${most.maxOldGenerationSizeMb} MB`)]);

/** Whether the thread ended because its memory did. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread that imports, with its gate; ready once it has read its registers. */
class ImportThread {
  readonly #worker: Worker;
  readonly #gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  constructor(order: Omit<ThreadOrder, 'gate'>) {
    this.#worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
      workerData: { ...order, gate: this.#gate },
      resourceLimits: most,
    });
  }

  /** The thread's next message; null where it was ended meanwhile. Rejects where the thread itself broke. */
  async #answer<Message>(): Promise<Message | null> {
    const settled = new AbortController();
    const { signal } = settled;
    const answer = once(this.#worker, 'message', { signal }).then(([message]): Message => message);
    const ended = once(this.#worker, 'exit', { signal }).then(() => null);
    try {
      return await Promise.race([answer, ended]);
    } finally {
      settled.abort();
      await Promise.allSettled([answer, ended]);
    }
  }

  /** Whether it has read its registers; false where it was ended meanwhile. Rejects where they cannot be read. */
  async ready(): Promise<boolean> {
    return (await this.#answer<true>()) ?? false;
  }

  /** Imports one file; null where the thread was ended meanwhile. Rejects where the thread itself broke. */
  async outcome(task: ImportTask): Promise<ImportOutcome | null> {
    const answer = this.#answer<ImportOutcome>();
    this.#worker.postMessage(task);
    return answer;
  }

  /** Ends the thread at once; while it writes, behind that. */
  async end(): Promise<void> {
    while (Atomics.compareExchange(this.#gate, 0, 0, 2) === 1) await pause(interval);
    await this.#worker.terminate();
  }
}

/**
 * Imports files one after the other in a thread, so that a file that takes longer than `limit` milliseconds, or brings
 * the thread down, costs only itself. Order of outcomes is that of the tasks.
 */
export function importRun(
  tasks: readonly ImportTask[],
  order: Omit<ThreadOrder, 'gate'>,
  limit = mostPerFile,
): ImportRun {
  let thread: ImportThread | null = null;
  let isStopped = false;
  const end = async (): Promise<void> => {
    await thread?.end();
    thread = null;
  };
  async function outcomeOf(task: ImportTask): Promise<ImportOutcome | null> {
    if (!thread) {
      thread = new ImportThread(order);
      if (!(await thread.ready())) return null;
    }
    const late = new AbortController();
    try {
      const limited = pause(limit, tooSlow(task.file, limit), { signal: late.signal, ref: false });
      // Nobody waits for it any more once the file is done.
      limited.catch(() => {});
      const outcome = await Promise.race([thread.outcome(task), limited]);
      if (outcome?.record.issues.some(({ code }) => code === 'input/too-slow')) await end();
      return outcome;
    } catch (error) {
      await end();
      return isOutOfMemory(error) ? tooHeavy(task.file) : failedOutcome(task.file, error);
    } finally {
      late.abort();
    }
  }
  async function* outcomes(): AsyncGenerator<ImportOutcome> {
    try {
      for (const task of tasks) {
        if (isStopped) return;
        const outcome = await outcomeOf(task);
        if (outcome) yield outcome;
      }
    } finally {
      await end();
    }
  }
  return {
    outcomes: outcomes(),
    stop: async () => {
      isStopped = true;
      await end();
    },
  };
}
