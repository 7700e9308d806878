/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** Headers that some files of the site are sent with, on any host. */
export interface HeaderRule {
  /** What they are for, in Chinese: a comment in the settings of hosts. */
  readonly purpose: string;
  /** The folder that holds the files, at any depth, below the site's base: `/`, `/sources/`. */
  readonly folder: string;
  /** How the files' names end; null for all of the folder. */
  readonly ending: string | null;
  readonly headers: Headers;
}

/**
 * Nothing runs but the site's own scripts and the WebAssembly of ranked search, no form leads elsewhere, no other site
 * frames a page, no type is guessed.
 */
const sitePolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Captures are other people's files: they run nothing, load nothing, and are shown in a room of their own. */
const capturePolicy = "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** For names that change with what the file holds. */
const lasting: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * All headers of the site, from which the settings of every host are made. Of rules that fit one file, each header is
 * taken from the last.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    purpose: '全站：只运行本站的脚本，不猜类型；再次打开时先问有没有新的',
    folder: '/',
    ending: null,
    headers: {
      'Content-Security-Policy': sitePolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  },
  { purpose: '名字由内容算出，内容变则名字变', folder: '/_astro/', ending: null, headers: lasting },
  { purpose: '同上', folder: '/search-index/', ending: '.bin', headers: lasting },
  {
    purpose: '采集原件是别人的文件：什么都不运行',
    folder: '/sources/',
    ending: null,
    headers: { 'Content-Security-Policy': capturePolicy, ...lasting },
  },
  {
    purpose: '文本原件的字符集',
    folder: '/sources/',
    ending: '.txt',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  },
];

/** The headers of a file of the site, by its path below the base, which begins with `/`. */
export function headersOf(path: string): Headers {
  const fitting = headerRules.filter(
    ({ folder, ending }) => path.startsWith(folder) && (ending === null || path.endsWith(ending)),
  );
  return Object.assign({}, ...fitting.map(({ headers }) => headers));
}
