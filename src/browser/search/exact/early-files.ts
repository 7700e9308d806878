import { startFileName } from '../../../search/format/start-file.ts';
import type { Fetcher } from '../../../search/lookup/fetcher.ts';

/** A value that is on its way, and what brings it. */
class Coming<Value> {
  bring: (value: Value) => void = () => {};
  readonly value = new Promise<Value>((resolve) => {
    this.bring = resolve;
  });
}

/** Files of the index that the page is fetching before the worker runs, each given once; null where one cannot be had. */
export class EarlyFiles {
  readonly #start = new Coming<string | null>();
  readonly #files = new Map<string, Coming<ArrayBuffer | null>>();
  /** Names of the files that were taken. */
  readonly #taken = new Set<string>();

  /** The start file's text, and the whole files that will follow. */
  start(text: string | null, files: readonly string[]): void {
    for (const file of files) this.#files.set(file, new Coming());
    this.#start.bring(text);
  }

  /** A file that was to follow. */
  file(file: string, bytes: ArrayBuffer | null): void {
    this.#files.get(file)?.bring(bytes);
  }

  /** A fetcher that takes what is given here, once, and fetches the rest. */
  fetcher(own: Fetcher): Fetcher {
    return {
      ...own,
      start: async () => {
        const given = this.#taken.has(startFileName) ? null : this.#start.value;
        this.#taken.add(startFileName);
        const text = await given;
        return text ?? own.start();
      },
      whole: async (file) => {
        const given = this.#taken.has(file) ? undefined : this.#files.get(file);
        this.#taken.add(file);
        const bytes = await given?.value;
        return bytes ? new Uint8Array(bytes) : own.whole(file);
      },
    };
  }
}
