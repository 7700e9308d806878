import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';

interface Page {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** Addresses that a reader may follow. */
  readonly links: readonly string[];
  /** Addresses that the browser loads by itself. */
  readonly loads: readonly string[];
  /** Markup that a content security policy of `default-src 'self'` forbids. */
  readonly inline: readonly string[];
}

function read(folder: string, file: string): Page {
  const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
  const all = [...document.querySelectorAll('*')];
  const values = (selector: string, name: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
  return {
    path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    ids: new Set(all.map((element) => element.id).filter(Boolean)),
    links: [...values('a[href]', 'href'), ...values('form[action]', 'action')],
    loads: [
      ...values('link[href]:not([rel="canonical"])', 'href'),
      ...values('[src]', 'src'),
      ...values('[srcset]', 'srcset'),
      ...values('object[data]', 'data'),
    ],
    inline: all.flatMap((element) => [
      ...(element.localName === 'style' || (element.localName === 'script' && !element.hasAttribute('src'))
        ? [element.outerHTML]
        : []),
      ...[...element.attributes]
        .filter(({ name }) => name === 'style' || name.startsWith('on'))
        .map(({ name }) => `${element.localName}[${name}]`),
    ]),
  };
}

test.for([
  ['rootSite', '/', 3000],
  ['subPathSite', '/archive/', 500],
] as const)('%s: every link and anchor resolves, nothing is foreign, nothing is inline', ([name, base, atLeast]) => {
  const folder = inject(name);
  const pages = new Map(globSync('**/*.html', { cwd: folder }).map((file) => [file, read(folder, file)]));
  expect(pages.size).toBeGreaterThan(atLeast);
  const faults: string[] = [];
  const checkAddress = (page: Page, address: string): void => {
    const url = new URL(address, `http://site.test${base}${page.path.slice(1)}`);
    if (url.origin !== 'http://site.test') return;
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(base)) {
      faults.push(`${page.path}: ${address} leaves the base path`);
      return;
    }
    const inside = path.slice(base.length);
    const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    const target = pages.get(file);
    if (!target && !existsSync(join(folder, file))) faults.push(`${page.path}: ${address} leads nowhere`);
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor && target && !target.ids.has(anchor)) faults.push(`${page.path}: no anchor for ${address}`);
  };
  for (const page of pages.values()) {
    for (const address of page.links) checkAddress(page, address);
    for (const address of page.loads) {
      if (new URL(address, 'http://site.test').origin !== 'http://site.test')
        faults.push(`${page.path} loads ${address}`);
      else checkAddress(page, address);
    }
    for (const markup of page.inline) faults.push(`${page.path} has inline ${markup}`);
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

/** Names of vocabularies in XML, which are written as addresses and never asked for. */
const vocabularies = String.raw`www\.w3\.org|schemas\.openxmlformats\.org|purl\.org\/dc\/`;

test('no stylesheet or script of the site names another origin', () => {
  const folder = inject('rootSite');
  const foreign = globSync('_astro/*.{css,js}', { cwd: folder }).filter((file) =>
    new RegExp(String.raw`(?:https?:)?\/\/(?!${vocabularies})[a-z0-9.-]+\.[a-z]{2,}`, 'i').test(
      readFileSync(join(folder, file), 'utf8'),
    ),
  );
  expect(foreign).toEqual([]);
});

test('the captures stand in the site byte for byte', () => {
  const names = globSync('*', { cwd: 'content/sources' });
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names)
    expect(
      readFileSync(join(inject('rootSite'), 'sources', name)).equals(readFileSync(join('content/sources', name))),
    ).toBe(true);
});
