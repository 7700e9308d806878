import { SearchFailure } from './search-failure.ts';

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

/**
 * Reads an index over HTTP. A host that does not know ranges answers with the whole file: it is kept and sliced.
 * `folder` is the address of the index's folder, ending in a slash; `startFile` the start file's name.
 */
export function httpFetcher(
  folder: string,
  startFile: string,
  request: (address: string, init: RequestInit) => Promise<Response> = (address, init) => fetch(address, init),
): Fetcher {
  const kept = new Map<string, Promise<Uint8Array>>();
  let knowsRanges = true;

  const answer = async (file: string, init: RequestInit): Promise<Response> => {
    let response: Response;
    try {
      response = await request(folder + file, init);
    } catch {
      throw new SearchFailure('unreachable', file);
    }
    if (response.status === 404 || response.status === 410) throw new SearchFailure('missing', file);
    if (response.status === 416) throw new SearchFailure('damaged', file);
    if (!response.ok) throw new SearchFailure('unreachable', `${file}：${response.status}`);
    return response;
  };
  const body = async (response: Response, file: string): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch {
      throw new SearchFailure('unreachable', file);
    }
  };
  const keep = (file: string, whole: Promise<Uint8Array>): void => {
    kept.set(file, whole);
    whole.catch(() => kept.delete(file));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };
  const whole = async (file: string): Promise<Uint8Array> => body(await answer(file, {}), file);
  const slice = async (file: string, from: number, length: number): Promise<Uint8Array> => {
    const bytes = await (kept.get(file) ?? whole(file));
    if (from + length <= bytes.length) return bytes.subarray(from, from + length);
    kept.delete(file);
    throw new SearchFailure('damaged', file);
  };

  return {
    start: async () => new TextDecoder().decode(await body(await answer(startFile, { cache: 'no-cache' }), startFile)),
    whole,
    range: async (file, from, length) => {
      if (!knowsRanges && !kept.has(file)) keep(file, whole(file));
      if (kept.has(file)) return slice(file, from, length);
      const response = await answer(file, { headers: { Range: `bytes=${from}-${from + length - 1}` } });
      if (response.status === 206) {
        const bytes = await body(response, file);
        if (bytes.length !== length) throw new SearchFailure('damaged', file);
        return bytes;
      }
      knowsRanges = false;
      keep(file, body(response, file));
      return slice(file, from, length);
    },
    forget: (file) => void kept.delete(file),
  };
}
