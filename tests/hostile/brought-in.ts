import { parseHTML } from 'linkedom';

/** Elements that text and its notes become; anything else was brought in. */
const own = new Set(
  'article b br a sup span p h2 h3 h4 h5 h6 table thead tbody tr th td div section ol ul li mark'.split(' '),
);

/** Attributes of these elements. */
const ownAttributes = new Set([
  'id',
  'href',
  'class',
  'data-role',
  'data-part',
  'tabindex',
  'role',
  'aria-label',
  'colspan',
  'rowspan',
]);

/** What stands in a piece of HTML that no text makes: elements, attributes, addresses that are not of this page. */
export function broughtIn(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  return [...document.querySelectorAll('body *')].flatMap((element) => [
    ...(own.has(element.localName) ? [] : [`<${element.localName}>`]),
    ...[...element.attributes].flatMap(({ name, value }) => {
      if (!ownAttributes.has(name)) return [`${element.localName}[${name}]`];
      return name === 'href' && !/^(?:record\/)?#(?:n|fn|d|p)-/.test(value) ? [value] : [];
    }),
  ]);
}
