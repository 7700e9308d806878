import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Kinds of files that carry a hash of their content in their names. */
export type FileKind =
  | 'blocks'
  | 'heads'
  | 'texts'
  | 'directory'
  | 'reports'
  | 'shelf'
  | 'characters'
  | 'roles'
  | OfParagraphs;

/** Those that tell in which paragraphs, and where in them, frequent phrases stand. */
type OfParagraphs = 'lists' | 'places' | 'paragraphs' | 'sections';

/** Whether a text is the name of an index file of a kind. */
export function isFileName(name: string, kind: FileKind): boolean {
  return new RegExp(`^${kind}-[0-9a-f]{16}\\.bin$`).test(name);
}

/** Writes the hash in a name as eight bytes. */
export function writeFileHash(name: string, to: ByteWriter): void {
  const hash = name.slice(-20, -4);
  for (let i = 0; i < 16; i += 2) to.byte(Number.parseInt(hash.slice(i, i + 2), 16));
}

/** The name of a file of a kind whose hash comes next. */
export function readFileName(kind: FileKind, from: ByteReader): string {
  const hash = [...from.bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${kind}-${hash}.bin`;
}
