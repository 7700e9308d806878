import { programDigest } from '../host/program-digest.ts';

/** The rooms that a search index, exact or ranked, is made by. */
const rooms = ['archive', 'build', 'content-files', 'host', 'i18n', 'render', 'search', 'text'];

/** Changes when the program that makes search indexes does: what an earlier one made is not used again. */
export function indexProgram(): string {
  return programDigest(rooms.map((room) => `src/${room}`));
}
