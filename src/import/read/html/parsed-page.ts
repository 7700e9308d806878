import { parseHTML } from 'linkedom';

/** Attributes that the readers ask for, and those by which Readability judges. */
const asked: ReadonlySet<string> = new Set([
  ...['alt', 'aria-hidden', 'class', 'colspan', 'content', 'data-original', 'data-src', 'height', 'hidden', 'href'],
  ...['id', 'itemprop', 'name', 'property', 'rel', 'role', 'rowspan', 'src', 'style', 'type', 'width'],
]);

/** A sign that a name may be written in capitals; words of the text may bear it as well. */
const mayHaveCapitals = /\s[a-z-]*[A-Z]/;

/**
 * Parses a page. The parser keeps the names of attributes as written, and old systems write `<P STYLE=…>`: those that
 * are asked for are found by their name in small letters, whatever their writing; of the same name twice the first
 * counts, as in browsers. One pass over the attributes.
 */
export function parsedPage(html: string): ReturnType<typeof parseHTML> {
  const page = parseHTML(html);
  if (!mayHaveCapitals.test(html)) return page;
  for (const element of page.document.querySelectorAll('*')) {
    const first = new Map<string, string>();
    let isCapital = false;
    for (const written of element.getAttributeNames()) {
      const name = written.toLowerCase();
      if (!asked.has(name) || first.has(name)) continue;
      first.set(name, written);
      isCapital ||= name !== written;
    }
    if (!isCapital) continue;
    for (const [name, written] of first)
      if (name !== written) element.setAttribute(name, element.getAttribute(written) ?? '');
  }
  return page;
}
