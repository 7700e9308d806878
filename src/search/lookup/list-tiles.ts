import { longestListed } from '../format/list-catalogue.ts';
import { sharedLength } from '../format/shared-length.ts';
import type { ListPlace } from './place-list.ts';
import type { PlaceReader } from './place-reader.ts';

/** A list that tells where a piece of a phrase stands, and how many characters of the phrase come before it. */
export interface ListTile {
  readonly list: ListPlace;
  readonly before: number;
}

const characters = (text: string): number => [...text].length;

/** Where the next piece of a phrase begins, what stands before `at` being covered; less where it may overlap that. */
function pieceBegin(phrase: string, at: number): number {
  // The last piece may overlap the one before it, and none begins within a character.
  const last = Math.max(0, Math.min(at, phrase.length - longestListed));
  const whole = (phrase.charCodeAt(last) & 0xfc00) === 0xdc00 ? last - 1 : last;
  return whole + longestListed > at ? whole : at;
}

/**
 * Lists that together tell every character of a phrase; `nowhere` where one tells that it stands nowhere, null where a
 * piece has none.
 */
export async function listTiles(places: PlaceReader, phrase: string): Promise<ListTile[] | 'nowhere' | null> {
  const tiles: ListTile[] = [];
  for (let at = 0; at < phrase.length; ) {
    const from = pieceBegin(phrase, at);
    const list = await places.list(phrase.slice(from, from + longestListed));
    if (!list) return null;
    const shared = sharedLength(list.path, phrase.slice(from));
    if (shared < list.path.length && from + shared < phrase.length) return 'nowhere';
    tiles.push({ list, before: characters(phrase.slice(0, from)) });
    at = from + shared;
  }
  return tiles;
}

/** Begins to read what tells of the lists of all pieces that a phrase is likely to be covered by. */
export function expectTiles(places: PlaceReader, phrase: string): void {
  // Whether that succeeds, who asks for the tiles will be told.
  for (let at = 0; at < phrase.length; at += longestListed) {
    const from = pieceBegin(phrase, at);
    places.list(phrase.slice(from, from + longestListed)).catch(() => {});
  }
}
