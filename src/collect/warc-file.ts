import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { Answer } from './answer.ts';

const wordsOf: ReadonlyMap<number, string> = new Map([
  [200, 'OK'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [304, 'Not Modified'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [410, 'Gone'],
]);

/** A WARC file of one run (ISO 28500, a gzip member for each record), to which whole records are added. */
export class WarcFile {
  readonly #descriptor: number;
  #bytes: number;

  private constructor(descriptor: number, bytes: number) {
    this.#descriptor = descriptor;
    this.#bytes = bytes;
  }

  /** Opens the file of a run; `bytes` of it are known to be whole, what stands behind them is taken away. */
  static async opened(file: string, bytes: number, info: Readonly<Record<string, string>>): Promise<WarcFile> {
    mkdirSync(dirname(file), { recursive: true });
    const isThere = existsSync(file);
    const descriptor = openSync(file, 'a+');
    const warc = new WarcFile(descriptor, bytes);
    ftruncateSync(descriptor, isThere ? bytes : 0);
    if (bytes === 0) {
      const record = WARCRecord.createWARCInfo(
        { filename: file.split(/[\\/]/).at(-1) ?? file, warcVersion: 'WARC/1.1' },
        { ...info },
      );
      warc.#add(await WARCSerializer.serialize(record, { gzip: true }));
    }
    return warc;
  }

  #add(bytes: Uint8Array): void {
    writeSync(this.#descriptor, bytes);
    this.#bytes += bytes.length;
  }

  /** Length of the file: whole records. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds an answer as it was sent, on the disk. */
  async addAnswer(address: string, at: Date, { status, headers, sent }: Answer): Promise<void> {
    // The body was taken out of its pieces on the way, so the header that names them no longer holds.
    const httpHeaders = headers.filter(([name]) => name.toLowerCase() !== 'transfer-encoding');
    async function* content(): AsyncGenerator<Uint8Array> {
      yield sent;
    }
    const record = WARCRecord.create(
      {
        ...{ url: address, date: at.toISOString(), type: 'response', warcVersion: 'WARC/1.1' },
        httpHeaders: httpHeaders.map(([name, value]): [string, string] => [name, value]),
        statusline: `HTTP/1.1 ${status} ${wordsOf.get(status) ?? ''}`.trimEnd(),
      },
      content(),
    );
    this.#add(await WARCSerializer.serialize(record, { gzip: true }));
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
