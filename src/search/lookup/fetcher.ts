import { saying } from '../../i18n/saying.ts';
import { SearchFailure } from './search-failure.ts';
import { turns } from './turns.ts';

/** Reads the files of an index. All methods reject with a `SearchFailure`. */
export interface Fetcher {
  /** The whole of the start file, the one file that changes; never an old copy. */
  start(): Promise<string>;
  /** A whole file. */
  whole(file: string): Promise<Uint8Array>;
  /** `length` bytes of a file from `from` on. */
  range(file: string, from: number, length: number): Promise<Uint8Array>;
  /** Drops what was kept of a file that turned out damaged, so that it is fetched anew. */
  forget(file: string): void;
}

/** Whole files kept for hosts that know no ranges. */
const mostKept = 48;

/** Requests at once: browsers give up on many hundreds, and slow lines gain nothing from more. */
const mostAtOnce = 8;

/** Milliseconds before a request that came to nothing is made again, once for each. */
const pauses = [300, 1200];

interface Read {
  readonly bytes: Uint8Array;
  /** Whether these are the bytes of a range, not a whole file. */
  readonly isPart: boolean;
}

/**
 * Reads an index over HTTP. A host that does not know ranges answers with the whole file: it is kept and sliced. What
 * the network or the host failed to give is asked for again; of many requests a few are made at once.
 * `folder` is the address of the index's folder, ending in a slash; `startFile` the start file's name.
 */
export function httpFetcher(
  folder: string,
  startFile: string,
  request: (address: string, init: RequestInit) => Promise<Response> = (address, init) => fetch(address, init),
): Fetcher {
  const kept = new Map<string, Promise<Uint8Array>>();
  const inTurn = turns(mostAtOnce);
  let knowsRanges = true;

  const answer = async (file: string, init: RequestInit): Promise<Read> => {
    let response: Response;
    try {
      response = await request(folder + file, init);
    } catch {
      throw new SearchFailure('unreachable', file);
    }
    const { status, ok } = response;
    if (status === 404 || status === 410) throw new SearchFailure('missing', file);
    if (status === 416) throw new SearchFailure('damaged', file);
    // The host answered: it is not the reader's network that failed.
    if (!ok) throw new SearchFailure('unreachable', saying('indexRefused', { file, code: String(status) }));
    try {
      return { bytes: new Uint8Array(await response.arrayBuffer()), isPart: status === 206 };
    } catch {
      throw new SearchFailure('unreachable', file);
    }
  };
  /** Makes a request when it is its turn, if it `isWanted` still; null where it is not. */
  const read = async (file: string, init: RequestInit, isWanted: () => boolean): Promise<Read | null> => {
    const once = (): Promise<Read | null> => inTurn(async () => (isWanted() ? answer(file, init) : null));
    for (const pause of pauses) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof SearchFailure) || error.kind !== 'unreachable') throw error;
      }
      await new Promise((over) => setTimeout(over, pause));
    }
    return once();
  };
  const keep = (file: string, whole: Promise<Uint8Array>): void => {
    kept.set(file, whole);
    whole.catch(() => kept.delete(file));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };
  const whole = async (file: string, init: RequestInit = {}): Promise<Uint8Array> =>
    (await read(file, init, () => true))?.bytes ?? new Uint8Array(0);
  const slice = async (file: string, from: number, length: number): Promise<Uint8Array> => {
    if (!kept.has(file)) keep(file, whole(file));
    const bytes = await (kept.get(file) ?? whole(file));
    if (from + length <= bytes.length) return bytes.subarray(from, from + length);
    kept.delete(file);
    throw new SearchFailure('damaged', file);
  };

  return {
    start: async () => new TextDecoder().decode(await whole(startFile, { cache: 'no-cache' })),
    whole: (file) => whole(file),
    range: async (file, from, length) => {
      const headers = { Range: `bytes=${from}-${from + length - 1}` };
      const part = knowsRanges && !kept.has(file) ? await read(file, { headers }, () => knowsRanges) : null;
      if (part === null) return slice(file, from, length);
      if (part.isPart) {
        if (part.bytes.length !== length) throw new SearchFailure('damaged', file);
        return part.bytes;
      }
      knowsRanges = false;
      if (!kept.has(file)) keep(file, Promise.resolve(part.bytes));
      return slice(file, from, length);
    },
    forget: (file) => void kept.delete(file),
  };
}
