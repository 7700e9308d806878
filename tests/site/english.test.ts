import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { contexts } from '../../src/i18n/contexts.ts';
import { en } from '../../src/i18n/en/en.ts';
import { interfaceMatcher } from '../../src/i18n/matcher.ts';
import { namedAttributes } from '../../src/i18n/named-attributes.ts';
import { reportPlaces } from '../../src/i18n/report-places.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { heldNames } from './held-names.ts';

const isName = heldNames();
const match = interfaceMatcher(zhHans, en, { contexts, isKept: isName });
const isChinese = /\p{Script=Han}/u;

/** Text of an element that the interface's words reach; what is there without script never meets the switch. */
function isInterface(element: Element, text: string): boolean {
  if (element.closest('script, style, noscript')) return false;
  const allowed = Object.entries(reportPlaces).filter(([place]) => element.closest(place));
  return allowed.length === 0 || allowed.some(([, words]) => words.includes(text.trim()));
}

/** Interface texts and named attributes of a page that have no English. */
function untranslated(html: string): string[] {
  const { document } = parseHTML(html);
  const found: string[] = [];
  const judge = (element: Element, text: string): void => {
    if (!isChinese.test(text) || !isInterface(element, text) || isName(text)) return;
    if (match(text, (selector) => element.closest(selector) !== null) === null) found.push(text.trim());
  };
  for (const element of document.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3) judge(element, node.textContent ?? '');
    for (const name of namedAttributes) judge(element, element.getAttribute(name) ?? '');
  }
  return found;
}

/** Every page of a kind where there are few, and of regions and coverage every fortieth and those that say most. */
function pages(folder: string): string[] {
  const all = globSync('**/*.html', { cwd: folder }).sort();
  const isMany = (file: string): boolean => /^(regions|coverage)\/\d/.test(file);
  const telling = (file: string): boolean => /前身|后续|推定|查无|<h3/.test(readFileSync(join(folder, file), 'utf8'));
  const many = all.filter(isMany);
  const sample = many.filter((file, at) => at % 40 === 0 || /^regions\/\d\d0000/.test(file));
  const lines = many.filter(telling);
  return [...new Set([...all.filter((file) => !isMany(file)), ...sample, ...lines.slice(0, 60)])];
}

describe.for(['rootSite', 'subPathSite'] as const)('%s', (site) => {
  test('every interface word of every kind of page has its English', () => {
    const folder = inject(site);
    const files = pages(folder).filter((file) => !file.startsWith('en/'));
    expect(files.length).toBeGreaterThan(100);
    const found = new Map<string, string>();
    for (const file of files)
      for (const text of untranslated(readFileSync(join(folder, file), 'utf8')))
        if (!found.has(text)) found.set(text, file);
    expect([...found].map(([text, file]) => `${file}: ${text}`)).toEqual([]);
  });

  test('the English pages are English, and mark what is not', () => {
    const folder = inject(site);
    const files = globSync('en/**/*.html', { cwd: folder }).sort();
    expect(files).toEqual(['en/about/index.html', 'en/index.html', 'en/search/index.html']);
    for (const file of files) {
      const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
      expect(document.documentElement.getAttribute('lang')).toBe('en');
      const unmarked = [...document.querySelectorAll('body *')].flatMap((element) =>
        element.closest('[lang]')?.getAttribute('lang') === 'en'
          ? [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.textContent ?? '') : []))
          : [],
      );
      // Terms that are explained in brackets, and signs that are spoken of, are part of an English sentence.
      expect(unmarked.filter((text) => isChinese.test(text.replace(/[（(][^()（）]*[)）]|“[^”]*”/g, '')))).toEqual([]);
      const languages = [...document.querySelectorAll('link[hreflang]')].map((link) => link.getAttribute('hreflang'));
      expect(languages.sort()).toEqual(['en', 'zh-Hans']);
    }
  });
});

test('a word without English is found', () => {
  expect(untranslated('<html><body><p>此句无译</p><button aria-label="此名无译">检索</button></body></html>')).toEqual([
    '此句无译',
    '此名无译',
  ]);
});

test('report text is not looked at', () => {
  expect(untranslated('<html><body><article class="t"><p>此句无译</p></article></body></html>')).toEqual([]);
});
