import { type XmlPart, xmlTokens } from './xml-tokens.ts';

interface Style {
  readonly name: string;
  readonly based: string | null;
  readonly number: string | null;
  readonly level: number | null;
  readonly isHidden: boolean | null;
  readonly outlineLevel: number | null;
}

/** What a style says of its text, with all that it takes over from the styles that it is based on. */
interface StyleFacts {
  /** The list that it belongs to (`w:numId`), and its level there where the style says one. */
  readonly number: string | null;
  readonly level: number | null;
  readonly isHidden: boolean;
  readonly isHeading: boolean;
}

/** The styles of a Word file. Ids are those that paragraphs and runs name. */
export interface DocxStyles {
  /** Facts of a style; null stands for the style of paragraphs that name none. */
  facts(id: string | null): StyleFacts;
}

/** Whether a switch such as `w:vanish` is on: it is where it says nothing else. */
export const isOn = (value: string | null): boolean => value === null || !/^(?:0|false|off)$/i.test(value);

const outermost = 8;

/** Reads Word's styles; null stands for a file without them. Throws `UnreadableInput` where the part is not well-formed. */
export function docxStyles(part: XmlPart | null): DocxStyles {
  const styles = new Map<string, Style>();
  let usual: string | null = null;
  const none: Style = { name: '', based: null, number: null, level: null, isHidden: null, outlineLevel: null };
  let open: { id: string; style: Style } | null = null;
  /** Within what other tables and lines would be told: none of it is the style's own. */
  let within = 0;
  for (const token of part === null ? [] : xmlTokens(part)) {
    if (token.kind === 'text') continue;
    const { name } = token;
    if (name === 'w:tblStylePr' || name === 'w:pPrChange' || name === 'w:rPrChange')
      within += token.kind === 'open' ? 1 : -1;
    else if (token.kind === 'close') {
      if (name !== 'w:style' || open === null) continue;
      styles.set(open.id, open.style);
      open = null;
    } else if (name === 'w:style') {
      const id = token.attribute('w:styleId') ?? '';
      open = { id, style: none };
      const isDefault = token.attribute('w:default');
      if (token.attribute('w:type') === 'paragraph' && isDefault !== null && isOn(isDefault)) usual = id;
    } else if (open !== null && within === 0) {
      const value = token.attribute('w:val');
      if (name === 'w:name') open.style = { ...open.style, name: value ?? '' };
      else if (name === 'w:basedOn') open.style = { ...open.style, based: value };
      else if (name === 'w:numId') open.style = { ...open.style, number: value };
      else if (name === 'w:ilvl') open.style = { ...open.style, level: Number(value) || 0 };
      else if (name === 'w:vanish') open.style = { ...open.style, isHidden: isOn(value) };
      else if (name === 'w:outlineLvl') open.style = { ...open.style, outlineLevel: Number(value) };
    }
  }
  const known = new Map<string | null, StyleFacts>();
  const derived = (id: string | null): StyleFacts => {
    const chain: Style[] = [];
    const seen = new Set<string>();
    let next = id ?? usual;
    while (next !== null && !seen.has(next)) {
      seen.add(next);
      const style: Style | undefined = styles.get(next);
      if (style) chain.push(style);
      next = style?.based ?? null;
    }
    const first = <T>(of: (style: Style) => T | null): T | null =>
      chain.map(of).find((value) => value !== null) ?? null;
    const outline = first((style) => style.outlineLevel);
    const isNamed = chain.some(({ name }) => /^(?:heading [1-9]|标题 ?[1-9])$/i.test(name));
    // Without styles only the id can tell.
    const isIdHeading = chain.length === 0 && id !== null && /^(?:Heading|\d$|标题)/i.test(id);
    return {
      number: first((style) => style.number),
      level: first((style) => style.level),
      isHidden: first((style) => style.isHidden) ?? false,
      isHeading: isIdHeading || isNamed || (outline !== null && outline <= outermost),
    };
  };
  return {
    facts(id) {
      const held = known.get(id);
      if (held) return held;
      const facts = derived(id);
      known.set(id, facts);
      return facts;
    },
  };
}
