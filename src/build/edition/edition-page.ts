import { isDrawnInEdition } from '../../archive/edition-pack.ts';

/** What of a site an edition holds, as its pages need it. */
export interface EditionPaths {
  /** Base path of the site, `/`. */
  readonly base: string;
  /** Every file of the site that stands in the edition under its own path. */
  readonly files: ReadonlySet<string>;
  /** Whether pages of reports and documents are drawn from packs. */
  readonly isPacked: boolean;
}

/** One tag, whatever stands in its attributes; text holds no `<`. */
const tags = /<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
const addressed = /\s(?:href|src|action)="(?![a-z]+:|\/\/|[#?"])[^"]*"/g;

/** Where an address of the site leads in the edition, seen from a page; null where the edition does not hold it. */
function editionLink(address: string, page: string, up: string, paths: EditionPaths): string | null {
  const { base, files, isPacked } = paths;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  if (path.startsWith('/') && !path.startsWith(base)) return null;
  const own = path.startsWith('/') ? path.slice(base.length) : page.replace(/[^/]*$/, '') + path;
  if (isPacked && isDrawnInEdition(decodeURI(own)))
    return `${up}reports/index.html?page=${own.replace(/index\.html$/, '')}${rest.replace(/^\?/, '&amp;')}`;
  const file = own === '' || own.endsWith('/') ? `${own}index.html` : own;
  return files.has(decodeURI(file)) ? `${up}${file}${rest}` : null;
}

/**
 * A page of a site as it stands in an edition at the same path: its addresses lead from file to file, what the edition
 * does not hold is no link any more, and its one program is that of the edition.
 */
export function editionPage(html: string, path: string, paths: EditionPaths): string {
  const up = '../'.repeat(path.split('/').length - 1) || './';
  const rewritten = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*\brel="modulepreload"[^>]*>/g, '')
    .replace(tags, (tag) => {
      let isMissing = false;
      const led = tag.replace(addressed, (attribute) => {
        const [name = '', address = ''] = attribute.slice(0, -1).split('="', 2);
        const link = editionLink(address, path, up, paths);
        isMissing ||= link === null;
        return link === null ? '' : `${name}="${link}"`;
      });
      return isMissing && /^<link\b/i.test(tag) ? '' : led.replace(/\sdata-ranks-reports(?:="")?/, '');
    });
  const scripts = `<script src="${up}page.js"></script><script defer src="${up}edition.js"></script>`;
  return rewritten.replace('</head>', `${scripts}</head>`);
}

/** The page on which pages are drawn from packs, at `reports/index.html`. */
export const drawingPage = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="../icon.svg"><script src="../page.js"></script><script defer src="../edition.js"></script></head><body></body></html>
`;
