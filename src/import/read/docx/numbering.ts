import { numberText } from './number-formats.ts';
import { type DocxStyles, isOn } from './styles.ts';
import { isPrivateCode, isSymbolFont, symbolFontCharacter } from './symbol-fonts.ts';
import { type XmlPart, type XmlToken, xmlTokens } from './xml-tokens.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** What follows the number: `tab`, `space` or `nothing`. */
  suffix: string;
  /** Below which level it begins anew, counted from 1; 0 for none, null for every level above it. */
  restart: number | null;
  isLegal: boolean;
  isHidden: boolean;
  style: string | null;
  font: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** The list style whose levels it has. */
  link: string | null;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** A paragraph's place in a list, as it says itself; null where it says nothing. */
interface ListPlace {
  readonly number: string | null;
  readonly level: number | null;
  readonly style: string | null;
}

/** A number as it shows: its letters, with the gap that it sets before the text. */
interface ListLabel {
  readonly text: string;
  readonly kind: 'number' | 'bullet';
  /** What of it could not be made out: the format of the number, or the sign of a font that is not known. */
  readonly unknown: 'format' | 'sign' | null;
  /** The format that is not known; otherwise the one that is. */
  readonly format: string;
}

/** The numbers that Word counts itself, paragraph by paragraph, as they show on the page. */
export interface DocxNumbering {
  /** The number that stands before a paragraph; null where none does. Counts on. */
  label(place: ListPlace): ListLabel | null;
}

const mostLevel = 8;
const newLevel = (): Level => ({
  format: 'decimal',
  text: '',
  start: 0,
  suffix: 'tab',
  restart: null,
  isLegal: false,
  isHidden: false,
  style: null,
  font: null,
});

/** What stands between a number and its text; a full-width sign at the number's end sets its own gap. */
const gap = (text: string, suffix: string): string =>
  suffix === 'nothing' || text === '' || /[\u3001-\u303f\uff00-\uff60]$/.test(text) ? '' : ' ';

type OpenTag = Extract<XmlToken, { kind: 'open' }>;

function readLevel(level: Level, { name, attribute }: OpenTag): void {
  const value = attribute('w:val');
  if (name === 'w:start') level.start = Number(value) || 0;
  else if (name === 'w:numFmt') {
    const custom = value === 'custom' ? /^0*1(?=,)/.exec(attribute('w:format') ?? '') : null;
    // What follows a format of one's own is what programs show that do not know it.
    if (!/^0/.test(level.format)) level.format = custom ? '0'.repeat(custom[0].length) : (value ?? 'decimal');
  } else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:suff') level.suffix = value ?? 'tab';
  else if (name === 'w:lvlRestart') level.restart = Number(value) || 0;
  else if (name === 'w:isLgl') level.isLegal = isOn(value);
  else if (name === 'w:vanish') level.isHidden = isOn(value);
  else if (name === 'w:pStyle') level.style = value;
  else if (name === 'w:rFonts') level.font = attribute('w:ascii') ?? attribute('w:hAnsi');
}

/** The lists of the part: what they look like, and which paragraphs' lists look so. */
function readLists(part: XmlPart | null): { abstracts: Map<string, AbstractList>; lists: Map<string, List> } {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  let abstract: AbstractList | null = null;
  let list: List | null = null;
  let override = 0;
  let level: { at: number; is: Level } | null = null;
  for (const token of part === null ? [] : xmlTokens(part)) {
    if (token.kind === 'close') {
      if (token.name === 'w:lvl' && level !== null) {
        (list ?? abstract)?.levels.set(level.at, level.is);
        level = null;
      } else if (token.name === 'w:abstractNum') abstract = null;
      else if (token.name === 'w:num') list = null;
    }
    if (token.kind !== 'open') continue;
    const { name, attribute } = token;
    if (name === 'w:abstractNum') {
      abstract = { levels: new Map(), link: null };
      abstracts.set(attribute('w:abstractNumId') ?? '', abstract);
    } else if (name === 'w:num') {
      list = { abstract: '', starts: new Map(), levels: new Map() };
      lists.set(attribute('w:numId') ?? '', list);
    } else if (name === 'w:abstractNumId' && list !== null) list.abstract = attribute('w:val') ?? '';
    else if (name === 'w:numStyleLink' && abstract !== null) abstract.link = attribute('w:val');
    else if (name === 'w:lvlOverride') override = Number(attribute('w:ilvl')) || 0;
    else if (name === 'w:startOverride' && list !== null) list.starts.set(override, Number(attribute('w:val')) || 0);
    else if (name === 'w:lvl') {
      level = { at: Math.min(mostLevel, Number(attribute('w:ilvl')) || 0), is: newLevel() };
    } else if (level !== null) readLevel(level.is, token);
  }
  return { abstracts, lists };
}

/** The sign of a list without numbers. */
function bullet({ text, font, suffix }: Level): ListLabel | null {
  let isUnknown = false;
  const shown = [...text].map((sign) => {
    const point = sign.codePointAt(0) ?? 0;
    const isFont = font !== null && isSymbolFont(font);
    if (!isFont && !isPrivateCode(point)) return sign;
    const found = symbolFontCharacter(isFont ? (font ?? '') : 'symbol', point);
    if (found === null) isUnknown = true;
    return found ?? sign;
  });
  const sign = shown.join('');
  if (sign.trim() === '') return null;
  return { text: sign + gap(sign, suffix), kind: 'bullet', unknown: isUnknown ? 'sign' : null, format: 'bullet' };
}

/**
 * Reads Word's lists; null stands for a file without them. Numbers of unknown formats are written in Arabic figures and
 * say so. Throws `UnreadableInput` where the part is not well-formed.
 */
export function docxNumbering(part: XmlPart | null, styles: DocxStyles): DocxNumbering {
  const { abstracts, lists } = readLists(part);
  /** Lists that look the same count together. */
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  /** The list that a paragraph's list looks like, through the list styles that it goes by. */
  function looks(list: List): { id: string; levels: ReadonlyMap<number, Level> } {
    let id = list.abstract;
    for (const seen = new Set<string>(); !seen.has(id); ) {
      seen.add(id);
      const link = abstracts.get(id)?.link ?? null;
      const linked = link === null ? null : lists.get(styles.facts(link).number ?? '');
      if (linked) id = linked.abstract;
    }
    return { id, levels: abstracts.get(id)?.levels ?? new Map() };
  }

  /** The number shown, where a level's pattern names it and those above it. */
  function pattern(level: Level, levelAt: (at: number) => Level | undefined, own: ReadonlyMap<number, number>) {
    let unknown: string | null = null;
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levelAt(at);
      if (!of || of.format === 'bullet') return '';
      const format = level.isLegal && of.format !== 'none' ? 'decimal' : of.format;
      const value = own.get(at) ?? of.start;
      const shown = numberText(value, format);
      if (shown === null) unknown = format;
      return shown ?? String(value);
    });
    return { text, unknown };
  }

  return {
    label({ number, level: ownLevel, style }) {
      const fromStyle = styles.facts(style);
      const id = number ?? fromStyle.number;
      const list = id === null || id === '0' ? undefined : lists.get(id);
      if (id === null || !list) return null;
      const { id: abstract, levels } = looks(list);
      const levelAt = (at: number): Level | undefined => list.levels.get(at) ?? levels.get(at);
      const ofStyle = [...levels].find(([, { style: of }]) => of !== null && of === style)?.[0];
      const at = Math.min(mostLevel, ownLevel ?? ofStyle ?? fromStyle.level ?? 0);
      const level = levelAt(at);
      if (!level) return null;
      const own = counts.get(abstract) ?? new Map<number, number>();
      counts.set(abstract, own);
      const first = list.starts.get(at);
      const name = `${id} ${at}`;
      const isAnew = first !== undefined && !begun.has(name);
      begun.add(name);
      const before = own.get(at);
      own.set(at, isAnew ? first : before === undefined ? level.start : before + 1);
      for (const below of [...own.keys()]) {
        if (below <= at) continue;
        const restart = levelAt(below)?.restart ?? null;
        if (restart === null || at < restart) own.delete(below);
      }
      if (level.isHidden) return null;
      if (level.format === 'bullet') return bullet(level);
      const { text, unknown } = pattern(level, levelAt, own);
      if (text.trim() === '') return null;
      return {
        text: text + gap(text, level.suffix),
        kind: 'number',
        unknown: unknown === null ? null : 'format',
        format: unknown ?? level.format,
      };
    },
  };
}
