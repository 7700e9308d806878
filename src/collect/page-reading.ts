import { parseHTML } from 'linkedom';
import { htmlText } from '../import/read/html/html.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import type { PageLink } from './links/link-judgement.ts';

/** What a page holds for whoever looks for others: read, never run. */
export interface PageReading {
  readonly html: string;
  /** What is to be read on it, with its layout space. */
  readonly text: string;
  readonly title: string | null;
  readonly links: readonly PageLink[];
  readonly frames: readonly string[];
  /** Where the page sends its readers by itself; null where it does not. */
  readonly refresh: string | null;
  /** The address against which what is written on it is to be read. */
  readonly base: string;
}

const longest = 4 * 1024 * 1024;

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/** A link's words: the title where what is shown is the beginning of it. */
function wordsOf(shown: string, title: string): string {
  const plain = squeezed(shown);
  const head = plain.replace(/(?:…|\.{2,})+$/, '');
  if (title === '') return plain;
  if (plain === '') return squeezed(title);
  return squeezed(title).startsWith(head) && title.length > plain.length - 2 ? squeezed(title) : plain;
}

/** A page with the lines of its list that stand as records for a script of the site's own. */
function withRecords(html: string): string {
  const records = [...html.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, record = '']) => record);
  if (records.length === 0) return html;
  const shown = `<div>${records.join('\n')}</div>`;
  return /<\/body>/i.test(html) ? html.replace(/<\/body>/i, () => `${shown}</body>`) : `${html}${shown}`;
}

/** Reads a page that came from `address`; throws `UnreadableInput` where it is too large or in no known encoding. */
export function pageReading(bytes: Uint8Array, address: string, charset: string | null): PageReading {
  const html = htmlText(bytes, charset).slice(0, longest);
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(withRecords(whole));
  // The parser keeps names as they are written: <A HREF=…>.
  for (const element of document.querySelectorAll('a, area, base, frame, iframe, img, meta'))
    for (const { name, value } of [...element.attributes])
      if (name !== name.toLowerCase()) element.setAttribute(name.toLowerCase(), value);
  const written = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = (written === '' ? null : canonicalAddress(written, address)) ?? address;
  const at = (text: string | null | undefined): string | null => canonicalAddress(text ?? '', base);
  const links: PageLink[] = [];
  for (const link of document.querySelectorAll('a[href], area[href]')) {
    const found = at(link.getAttribute('href'));
    const image = link.querySelector('img[alt]')?.getAttribute('alt') ?? '';
    const title = link.getAttribute('title') ?? image;
    if (found !== null) links.push({ address: found, text: wordsOf(link.textContent ?? '', title) });
  }
  const frames = [...document.querySelectorAll('iframe[src], frame[src]')].flatMap(
    (frame) => at(frame.getAttribute('src')) ?? [],
  );
  const meta = [...document.querySelectorAll('meta')].find(
    (one) => one.getAttribute('http-equiv')?.toLowerCase() === 'refresh',
  );
  const [, target] = /url\s*=\s*['"]?([^'"]+)/i.exec(meta?.getAttribute('content') ?? '') ?? [];
  const [, script] =
    /<script[^>]*>\s*(?:window\.|document\.|self\.|top\.)?location(?:\.href)?\s*=\s*['"]([^'"]+)['"]\s*;?\s*<\/script>/i.exec(
      html,
    ) ?? [];
  const title = squeezed(document.querySelector('title')?.textContent ?? '');
  const heading = squeezed(document.querySelector('h1')?.textContent ?? '');
  for (const unread of document.querySelectorAll('script, style, noscript')) unread.remove();
  return {
    ...{ html, links, frames, base },
    text: document.documentElement?.textContent ?? '',
    title: [heading, title].find((words) => words !== '') ?? null,
    refresh: at(target ?? script),
  };
}
