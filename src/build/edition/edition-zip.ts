import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { pathsBelow } from '../published-files.ts';

/** Of base64 of what is deflated already little more is to be had. */
const isDense = (path: string): boolean => /\.(?:bin\.\d+\.js|parquet|pdf|docx|zip|png)$/.test(path);

/**
 * Writes a folder as one ZIP file, its files below the folder's own name and dated alike, so that the same folder gives
 * the same bytes; gives the bytes of the ZIP. Rejects where a file cannot be read or written, and then leaves none.
 */
export async function writeEditionZip(folder: string, file: string): Promise<number> {
  const making = `${file}.making`;
  const written = openSync(making, 'w');
  let bytes = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      bytes += writeSync(written, chunk);
    });
    for (const path of pathsBelow(folder)) {
      const name = `${basename(folder)}/${path}`;
      const entry = isDense(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.mtime = '2000-01-01T00:00:00';
      zip.add(entry);
      entry.push(readFileSync(join(folder, path)), true);
    }
    zip.end();
  } catch (error) {
    closeSync(written);
    rmSync(making, { force: true });
    throw error;
  }
  closeSync(written);
  renameSync(making, file);
  return bytes;
}
