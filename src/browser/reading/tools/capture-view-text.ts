/** What a page declares its encoding to be, in its first bytes; null where it does not. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a capture's bytes and the encoding it was read by: UTF-16 by its mark, UTF-8 where the bytes are that,
 * else what the page declares, else GB18030. What fits none is shown with signs of replacement.
 */
export function captureText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of [marked, 'utf-8', declaredEncoding(bytes), 'gb18030', 'big5']) {
    const text = encoding === null ? null : decoded(bytes, encoding);
    if (encoding !== null && text !== null) return { text, encoding };
  }
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}

/** Elements whose text no reader of the page saw. */
const silent = 'script, style, noscript, template, head, iframe, object, svg, select, textarea, title';
/** Elements that do not begin a line of their own. */
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|code|del|em|font|i|ins|label|mark|q|s|small|span|strike|strong|sub|sup|time|u|var|wbr|o:p)$/;

/** The lines of a captured page as plain text. The page is parsed apart: nothing of it runs, loads or is shown as markup. */
function pageLines(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  let text = '';
  const visit = (node: Node): void => {
    if (node instanceof Text) text += node.data.replace(/[\n\r\t]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
    else if (node instanceof Element && !node.matches(silent)) {
      const ownLine = inline.test(node.localName) ? '' : '\n';
      text += ownLine;
      for (const child of node.childNodes) visit(child);
      text += ownLine;
    }
  };
  visit(page.documentElement);
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** The lines of a capture, as the importer counts them for plain text; null for a kind that is not text. */
export function captureLines(text: string, format: string): string[] | null {
  if (format === 'txt') return text.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  return format === 'html' ? pageLines(text) : null;
}
