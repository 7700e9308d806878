import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { markedWords } from '../../src/browser/language/marked-words.ts';
import { matchedWords } from '../../src/browser/language/matched-words.ts';
import type { Messages } from '../../src/i18n/message.ts';
import { reportPlaces } from '../../src/i18n/report-places.ts';
import { filled } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { hostileReport } from '../hostile/hostile-content.ts';
import { heldNames } from './held-names.ts';

const isName = heldNames();
const isChinese = /\p{Script=Han}/u;
const chinese: Messages = zhHans;
/** Attributes that readers see or hear. */
const named = ['aria-label', 'placeholder', 'title', 'alt', 'label'];

const isReportPage = (file: string): boolean => file.startsWith('reports/') && !file.endsWith('/figures/index.html');

/** Whether the same stands in English right behind it, for all readers. */
const isBeside = (element: Element): boolean =>
  element.getAttribute('lang') === 'zh-Hans' && element.nextElementSibling?.getAttribute('lang') === 'en';

/**
 * Whether an element stands where interface words may: what is there without script never meets the switch, examples,
 * phrases to try and passages of reports stay.
 */
const isOpen = (element: Element): boolean =>
  !isBeside(element) && !element.closest('script, style, noscript, blockquote, q, .help dt, .try a[href*="?q="]');

/** What a mark says in Chinese: its message with the values that the element bears. */
function marked(key: string, element: Element): string {
  return filled(
    chinese[key] ?? '',
    (name) => element.getAttribute(`data-v-${name}`) ?? marked(element.getAttribute(`data-k-${name}`) ?? '', element),
  );
}

/** Marks whose text is not what they say, or that have no English. */
function wrongMarks(document: Document): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const text = element.getAttribute('data-t');
    const wrong =
      text !== null && marked(text, element) !== element.textContent ? [`${text}: ${element.outerHTML}`] : [];
    const attributes = named.flatMap((name) => {
      const key = element.getAttribute(`data-t-${name}`);
      return key !== null && marked(key, element) !== element.getAttribute(name)
        ? [`${key}: ${element.outerHTML}`]
        : [];
    });
    const [first] = element.childNodes;
    const isLost = text !== null && first !== undefined && markedWords.text(first, element) === null;
    return [...wrong, ...attributes, ...(isLost ? [`no English: ${text}`] : [])];
  });
}

/** Interface texts and named attributes of a page that a reader who chose English would meet in Chinese. */
function untranslated(html: string, isMatched: boolean): string[] {
  const { document } = parseHTML(html);
  const found: string[] = isMatched ? [] : wrongMarks(document);
  const isIn = (element: Element): boolean =>
    Object.entries(reportPlaces).some(
      ([place, words]) => element.closest(place) && !words.includes(element.textContent?.trim() ?? ''),
    );
  const isClosed = (element: Element): boolean => isMatched && isIn(element);
  for (const element of document.querySelectorAll('*')) {
    if (!isOpen(element)) continue;
    // A title whose lines break between its phrases is one name, in as many texts.
    if (element.querySelector(':scope > wbr') && isName(element.textContent ?? '')) continue;
    for (const node of element.childNodes) {
      const text = node.textContent ?? '';
      if (node.nodeType !== 3 || !isChinese.test(text) || isName(text) || isClosed(element)) continue;
      if (
        isMatched ? matchedWords.text(document.createTextNode(text), element) === null : !element.hasAttribute('data-t')
      )
        found.push(text.trim());
    }
    for (const name of named) {
      const text = element.getAttribute(name) ?? '';
      if (!isChinese.test(text) || isName(text)) continue;
      const isSaid = isMatched
        ? matchedWords.attributes(element).some(([other]) => other === name)
        : element.hasAttribute(`data-t-${name}`);
      if (!isSaid) found.push(text);
    }
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
    for (const file of files) {
      const html = readFileSync(join(folder, file), 'utf8');
      // Its region is not called as any place is, and its names are in no register.
      if (html.includes(hostileReport.id)) continue;
      for (const text of untranslated(html, isReportPage(file))) if (!found.has(text)) found.set(text, file);
    }
    expect([...found].map(([text, file]) => `${file}: ${text}`)).toEqual([]);
  });

  test('report pages bear no marks, and all others do', () => {
    const folder = inject(site);
    const files = pages(folder).filter((file) => !file.startsWith('en/'));
    const isMarked = (file: string): boolean => readFileSync(join(folder, file), 'utf8').includes(' data-t=');
    expect(files.filter((file) => isMarked(file) === isReportPage(file))).toEqual([]);
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

test('words without a mark, and marks that say something else, are found', () => {
  const html = '<p>此句无译</p><button aria-label="此名无译" data-t="search">检索</button><b data-t="home">检索</b>';
  expect(untranslated(`<html><body>${html}</body></html>`, false)).toEqual([
    'home: <b data-t="home">检索</b>',
    '此句无译',
    '此名无译',
  ]);
});

test('words that no message of report pages says are found, report text is not looked at', () => {
  const html = '<p>此句无译</p><p>检索</p><article class="t"><p>此句无译</p></article>';
  expect(untranslated(`<html><body>${html}</body></html>`, true)).toEqual(['此句无译']);
});
