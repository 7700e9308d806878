/** So many bytes of a file of the exact index stand in one script of an edition. */
export const editionPartLength = 262_144;

/** Packs that pages without a place are spread over. */
const spread = 128;

/** A number below `spread` that the letters of a name make. */
function spreadNumber(name: string): number {
  let mixed = 0;
  for (const letter of name) mixed = (Math.imul(mixed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mixed % spread;
}

/**
 * The pack of an edition that a page's file stands in (`reports/140404/2024/index.html`: `1404`): of reports, regions and
 * their shortcomings that of the prefecture, of documents one of many. Null for pages that stand by themselves.
 */
export function editionPack(path: string): string | null {
  if (!path.endsWith('/index.html')) return null;
  const place = /^(?:reports|regions|shortcomings\/region)\/(\d{4})\d\d/.exec(path)?.[1];
  if (place !== undefined) return place;
  const document = /^documents\/([^/]+)\//.exec(path)?.[1];
  return document === undefined ? null : `documents-${spreadNumber(document)}`;
}

/** Whether a page, by its path, is drawn from a pack in an edition of packs; pages of regions stand there besides. */
export function isDrawnInEdition(path: string): boolean {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return editionPack(file) !== null && !file.startsWith('regions/');
}
