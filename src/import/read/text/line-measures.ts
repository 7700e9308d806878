import { characterCount } from '../../../text/character-count.ts';

/** How wide a program takes a line to be that breaks lines at a fixed width. */
export type LineMeasure = (text: string) => number;

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  );

/** Columns of a terminal (and bytes of GB18030, nearly): a Chinese character takes two. */
export const columns: LineMeasure = (text) =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);

/** Characters, whatever their width. */
export const characters: LineMeasure = characterCount;

/** Bytes of UTF-8. */
export const utf8Bytes: LineMeasure = (text) => Buffer.byteLength(text);
