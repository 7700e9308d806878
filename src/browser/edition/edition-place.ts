import { isDrawnInEdition } from '../../archive/edition-pack.ts';

/** What an edition says of itself; the command that writes it puts this before its program. */
export interface EditionFacts {
  /** Base path of the site that its pages were made for, `/`: addresses in pages that were not rewritten begin with it. */
  readonly base: string;
  /** Whether pages of reports stand in packs only, and are drawn on one page. */
  readonly isPacked: boolean;
  /** What it holds, in Chinese: 山西省，2024年度. */
  readonly scope: string;
  readonly reports: number;
  /** ISO day on which it was made. */
  readonly day: string;
}

declare global {
  /** Set before the program of an edition. */
  var archiveEdition: EditionFacts;
}

/** The edition whose page is open. */
export const facts: EditionFacts = globalThis.archiveEdition;

/** Address of the edition's folder, ending in a slash. */
export const folder: string = new URL(
  '.',
  document.querySelector<HTMLScriptElement>('script[src$="edition.js"]')?.src ?? location.href,
).href;

/** The page on which pages of a packed edition are drawn, below the edition's folder. */
const drawingPage = 'reports/index.html';

/**
 * Where in the site an address leads, as a path below its base (`reports/140404/2024/`); null where it leads out of
 * the edition. Takes addresses of the edition's folder and those that pages had on the site.
 */
export function sitePath(address: string): string | null {
  const { protocol, pathname } = new URL(address, location.href);
  if (protocol !== 'file:') return null;
  const root = new URL(folder).pathname;
  if (pathname.startsWith(root)) return pathname.slice(root.length);
  // On Windows a path without a drive is given that of the page.
  const plain = pathname.replace(/^\/[A-Za-z]:(?=\/)/, '');
  return plain.startsWith(facts.base) ? plain.slice(facts.base.length) : null;
}

/** The address within the edition of what had an address on the site; what leads elsewhere is left as it is. */
export function editionAddress(address: string): string {
  const path = sitePath(address);
  if (path === null) return address;
  const { search, hash } = new URL(address, location.href);
  if (facts.isPacked && isDrawnInEdition(path)) {
    const parameters = new URLSearchParams(search);
    const rest = [...parameters].map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');
    return `${folder}${drawingPage}?page=${path.replace(/index\.html$/, '')}${rest}${hash}`;
  }
  return `${folder}${path === '' || path.endsWith('/') ? `${path}index.html` : path}${search}${hash}`;
}

/** The path of the site's page that is shown here, ending in a slash. */
export function shownPath(): string {
  const drawn = new URLSearchParams(location.search).get('page');
  const path = sitePath(location.href) ?? '';
  return path === drawingPage && drawn !== null ? drawn : path.replace(/index\.html$/, '');
}
