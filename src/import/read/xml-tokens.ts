/** One piece of an XML text: a tag that opens (or stands alone), one that closes, or text with entities opened. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Opens the five named entities and numbered ones; a DTD's own entities stay as they stand, so none can multiply. */
function opened(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, decimal: string, hex: string, name: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : '\ufffd';
    },
  );
}

/** Reads XML piece by piece, in linear time and without a tree; comments, declarations and instructions are skipped. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: opened(xml.slice(at, open < 0 ? xml.length : open)) };
    if (open < 0) return;
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open);
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    const close = xml.indexOf('>', open);
    if (close < 0) return;
    at = close + 1;
    const inner = xml.slice(open + 1, close);
    if (inner.startsWith('?') || inner.startsWith('!')) continue;
    if (inner.startsWith('/')) {
      yield { kind: 'close', name: inner.slice(1).trim() };
      continue;
    }
    const isEmpty = inner.endsWith('/');
    const name = /^[^\s/>]+/.exec(inner)?.[0] ?? '';
    yield { kind: 'open', name, attributes: inner.slice(name.length), isEmpty };
  }
}

/** The value of an attribute in a tag's text; null where it has none. */
export function xmlAttribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? opened(found[1] ?? found[2] ?? '') : null;
}
