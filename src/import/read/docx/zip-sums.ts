/** What an archive's directory says of one entry: its check sum, and its length when it is unfolded. */
interface ZipSum {
  readonly crc: number;
  readonly length: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const largeEndMark = 0x06064b50;
const endLength = 22;
/** A comment of as many bytes may follow the end. */
const longestComment = 0xffff;
const unsaid = 0xffffffff;

/** Where the archive's directory begins; null where it has none. */
function directoryStart(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const start = view.getUint32(at + 16, true);
    if (start !== unsaid) return start;
    // A large archive says it before the end.
    const large = at >= 20 ? Number(view.getBigUint64(at - 12, true)) : unsaid;
    if (large + 56 > view.byteLength || view.getUint32(large, true) !== largeEndMark) return null;
    return Number(view.getBigUint64(large + 48, true));
  }
  return null;
}

/**
 * The check sums of an archive's entries by name, as its directory keeps them; of two entries with one name, the last,
 * which is also the one that is unpacked. Empty where the directory cannot be read.
 */
export function zipSums(bytes: Uint8Array): Map<string, ZipSum> {
  const sums = new Map<string, ZipSum>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = directoryStart(view);
  while (at !== null && at + 46 <= view.byteLength && view.getUint32(at, true) === entryMark) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    sums.set(name, { crc: view.getUint32(at + 16, true), length: view.getUint32(at + 24, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}
