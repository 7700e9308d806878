const hidden = /[[\p{Cc}\p{Cf}\u2028\u2029]--[\t\n\r]]/v;
/** What is not among the ranges that Chinese texts are made of: looked for first, since it is found some times faster. */
const unusual =
  /[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u05ff\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufff8]/;
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const kind = (character: string): string => {
  if (turning.test(character)) return '改变文字方向';
  return /\p{Cc}/u.test(character) ? '控制字符' : '看不见，不占位';
};

/**
 * The first character of a text that nobody sees and that has no place in names: controls (NUL), those that turn the
 * direction of writing, those without width. Named for curators; null where there is none. Tabs and line breaks pass.
 */
export function hiddenCharacter(text: string): { readonly name: string; readonly at: number } | null {
  const found = unusual.test(text) ? hidden.exec(text) : null;
  if (!found) return null;
  const [character] = found;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { name: `U+${code}（${kind(character)}）`, at: found.index };
}

/** Every string of plain data, keys of maps too, that holds such a character, by its path. */
export function hiddenInData(
  data: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; name: string }[] {
  if (typeof data === 'string') {
    const found = hiddenCharacter(data);
    return found ? [{ path, name: found.name }] : [];
  }
  if (Array.isArray(data)) return data.flatMap((item: unknown, at) => hiddenInData(item, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => [
    ...hiddenInData(key, path),
    ...hiddenInData(value, [...path, key]),
  ]);
}
