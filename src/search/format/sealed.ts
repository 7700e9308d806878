import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';

/**
 * A sealed piece of an index file: CRC-32 of what follows (four bytes, lowest first), the lengths of all parts but
 * the last, the parts.
 */
export function sealed(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(64 + parts.reduce((sum, part) => sum + part.length, 0));
  for (let i = 0; i < 4; i++) writer.byte(0);
  for (const part of parts.slice(0, -1)) writer.number(part.length);
  for (const part of parts) writer.bytes(part);
  const bytes = writer.written();
  new DataView(bytes.buffer).setUint32(0, checksum(bytes.subarray(4)), true);
  return bytes;
}

/** The parts of a sealed piece; null when the bytes are not what was sealed (cut off, changed, another file). */
export function unsealed(bytes: Uint8Array, count: number): Uint8Array[] | null {
  if (bytes.length < 4) return null;
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (sum !== checksum(bytes.subarray(4))) return null;
  const reader = new ByteReader(bytes.subarray(4));
  const lengths = Array.from({ length: count - 1 }, () => reader.number());
  const parts = lengths.map((length) => reader.bytes(length));
  return [...parts, reader.bytes(reader.rest)];
}
