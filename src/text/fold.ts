import { simplifiedCharacters } from './simplified-characters.ts';

/**
 * Folding: what a phrase and a text are reduced to before they are compared. Read code point by code point, never by
 * what stands around it, so a phrase cut out of a text folds to a piece of the folded text. The steps, in order:
 *
 * 1. White space, control and format characters vanish (`removed`).
 * 2. Compatibility forms are opened (Unicode NFKD): full and half width, ①, ㈠, ㎡, Ⅷ, compatibility ideographs,
 *    Kangxi radicals, accents apart from their letters; the CJK radicals that PDFs leave in texts become ideographs.
 * 3. Latin, Greek, Cyrillic and Armenian letters become small.
 * 4. Signs of one family become its first member (`families`): Chinese and ASCII punctuation, dashes, middle dots,
 *    quotes, brackets.
 * 5. Traditional characters become simplified, one by one; 帐 and 账 are one.
 *
 * Not folded: 、 and ，; Arabic and Chinese figures; 份 and 分; 乾 (乾县 is not 干县).
 *
 * The result is part of the archive's promises: anchors are hashes of folded text. Nothing here may change, so only
 * Unicode properties that were settled long ago are used; a test pins the fold of every code point there is.
 */

/** First and last code points of what vanishes. */
const removed = [
  [0x0000, 0x0020], // control characters, tab, line breaks, space
  [0x007f, 0x00a0], // control characters, no-break space
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // direction mark
  [0x115f, 0x1160], // Hangul fillers
  [0x1680, 0x1680], // space mark
  [0x180b, 0x180f], // Mongolian selectors and separator
  [0x2000, 0x200f], // spaces, zero-width characters, direction marks
  [0x2028, 0x202f], // line and paragraph separators, embeddings, narrow space
  [0x205f, 0x206f], // mathematical space, word joiner, invisible signs
  [0x3000, 0x3000], // ideographic space
  [0x3164, 0x3164], // Hangul filler
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // Hangul filler
  [0xfff9, 0xfffb], // annotation marks
  [0x1d173, 0x1d17a], // musical format characters
  [0xe0000, 0xe0fff], // tags and variation selectors
] as const;

/** Where compatibility forms are opened: ranges in which Unicode has assigned nothing of the kind since 2016. */
const opened = [
  [0x00a1, 0x32fe],
  [0x3300, 0x33ff],
  [0xf900, 0xffef],
  [0x1d400, 0x1d7ff],
  [0x1f100, 0x1f16b],
  [0x1f200, 0x1f2ff],
  [0x2f800, 0x2fa1f],
] as const;

/** Signs that count as one: what they become, and who they are. Wide and vertical forms are opened before this. */
const families: readonly (readonly [becomes: string, members: string])[] = [
  ['.', '。'],
  [':', '∶ː꞉'],
  ['/', '⁄∕'],
  ['...', '⋯'],
  ['-', '‐‑‒–—―−~〜∼˜⁃─━﹘〰'],
  ['--', '⸺'],
  ['---', '⸻'],
  ['·', '•・‧∙⋅⸱⸳ᐧꞏ'],
  ['"', "“”„‟‘’‚‛'`´′‵″‶「」『』〝〞〟"],
  ['(', '[〔【〖〘〚❨❲⟦⦗'],
  [')', ']〕】〗〙〛❩❳⟧⦘'],
  ['<', '《〈«‹⟨⟪'],
  ['>', '》〉»›⟩⟫'],
  ['〇', '○◯'],
  ['账', '帐帳賬'],
];

/** CJK radicals with the ideograph each stands for (Unicode, Equivalent_Unified_Ideograph), in pairs. */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

const isWithin = (ranges: readonly (readonly [number, number])[], point: number): boolean =>
  ranges.some(([first, last]) => point >= first && point <= last);

const isBicameral = (point: number): boolean => point < 0x0590 || (point >= 0x1e00 && point < 0x2000);

function inPairs(text: string): [string, string][] {
  const characters = [...text];
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < characters.length; i += 2) pairs.push([characters[i] ?? '', characters[i + 1] ?? '']);
  return pairs;
}

const radical = new Map(inPairs(radicals));

/** The ideograph that a CJK radical of either block stands for; null for any other character. */
export function ideographOfRadical(character: string): string | null {
  const kangxi = /^[\u2f00-\u2fd5]$/.test(character) ? character.normalize('NFKC') : null;
  return radical.get(character) ?? kangxi;
}

let simplified: ReadonlyMap<string, string> | null = null;
const family = new Map(families.flatMap(([becomes, members]) => [...members].map((member) => [member, becomes])));

const simplifiedForm = (character: string): string => {
  simplified ??= simplifiedCharacters();
  return simplified.get(character) ?? character;
};

function openedForm(character: string, point: number): string {
  const ideograph = radical.get(character);
  if (ideograph !== undefined) return ideograph;
  if (!isWithin(opened, point)) return character;
  const form = character.normalize('NFKD');
  // Spacing accents (¨ ¯ …) would open into a bare combining mark.
  return form.startsWith(' ') ? character : form;
}

function foldedPoint(point: number): string {
  if (isWithin(removed, point)) return '';
  if (point >= 0xd800 && point <= 0xdfff) return '\ufffd';
  const character = String.fromCodePoint(point);
  if (family.has(character)) return family.get(character) ?? '';
  let folded = '';
  for (const part of openedForm(character, point)) {
    const code = part.codePointAt(0) ?? 0;
    if (isWithin(removed, code)) continue;
    const small = isBicameral(code) ? part.toLowerCase() : part;
    folded += family.get(small) ?? family.get(simplifiedForm(small)) ?? simplifiedForm(small);
  }
  return folded;
}

// What each UTF-16 unit folds to, filled as units are met: 0 not met yet, else the one unit it becomes, or:
const vanishes = 1;
const becomesMore = 2;
const known = new Uint16Array(0x10000);
const longer = new Map<number, string>();

/** The fold of what stands at a unit, remembered: one unit as its code, `vanishes`, or `becomesMore` (see `longer`). */
function foldOfUnit(unit: number): number {
  const before = known[unit] ?? 0;
  if (before !== 0) return before;
  const folded = foldedPoint(unit);
  const code = folded === '' ? vanishes : folded.length === 1 ? folded.charCodeAt(0) : becomesMore;
  if (code === becomesMore) longer.set(unit, folded);
  known[unit] = code;
  return code;
}

function longerFold(point: number): string {
  let folded = longer.get(point);
  if (folded === undefined) {
    folded = foldedPoint(point);
    longer.set(point, folded);
  }
  return folded;
}

/** A code point above the BMP that begins at `at`, or null. */
function astralPoint(text: string, at: number, unit: number): number | null {
  if ((unit & 0xfc00) !== 0xd800) return null;
  const low = text.charCodeAt(at + 1);
  return (low & 0xfc00) === 0xdc00 ? ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : null;
}

/** The folded form of a text, for comparing only. Well-formed: a lone surrogate becomes U+FFFD. Idempotent. */
export function folded(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const point = astralPoint(text, i, unit);
    if (point !== null) {
      result += longerFold(point);
      i++;
      continue;
    }
    const fold = foldOfUnit(unit);
    if (fold > becomesMore) result += String.fromCharCode(fold);
    else if (fold === becomesMore) result += longerFold(unit);
  }
  return result;
}

/**
 * A folded text with the way back. The folded unit at `i` came from the UTF-16 units `starts[i]` up to (not with)
 * `ends[i]` of the original; a folded phrase from `i` to `j` (not with) stands at `starts[i]` to `ends[j - 1]`.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Folds a text and keeps, for each folded unit, the range of the original it came from. */
export function foldedWithMap(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let result = '';
  for (let i = 0; i < text.length; ) {
    const width = astralPoint(text, i, text.charCodeAt(i)) === null ? 1 : 2;
    const part = folded(text.slice(i, i + width));
    for (let k = 0; k < part.length; k++) {
      starts.push(i);
      ends.push(i + width);
    }
    result += part;
    i += width;
  }
  return { text: result, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
