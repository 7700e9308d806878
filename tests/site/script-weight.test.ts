import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';

/** How much more script an English page may load than its Chinese twin. */
const most = 1.1;

/** Messages long enough to stand nowhere by chance. */
const chineseMessages = Object.values(zhHans).filter((message) => /^\P{ASCII}{8,}$/u.test(message));
const isChinese = (script: string): boolean => chineseMessages.some((message) => script.includes(message));

/**
 * The files of script that a page loads by itself in its language: its modules, what they import, the worker, and, of
 * what they import on demand, the messages in that language.
 */
function loadedScripts(folder: string, page: string, language: 'zh-Hans' | 'en'): Map<string, string> {
  const { document } = parseHTML(readFileSync(join(folder, page), 'utf8'));
  const loaded = new Map<string, string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    const script = readFileSync(join(folder, file), 'utf8');
    loaded.set(file, script);
    const beside = (name: string): string => normalize(join(dirname(file), name));
    for (const [, name = ''] of script.matchAll(/\b(?:from|import) ?["'](\.[^"']+\.js)["']/g)) load(beside(name));
    for (const [, name = ''] of script.matchAll(/new URL\(["'`]([^"'`]+\.js)["'`]/g))
      load(name.startsWith('/') ? name : beside(name));
    for (const [, chinese = '', english = ''] of script.matchAll(
      /["'`]?zh-Hans["'`]?:\(\)=>[^;]{0,60}?import\(["'`](\.[^"'`]+)["'`]\)[^;]{0,60}?en:\(\)=>[^;]{0,60}?import\(["'`](\.[^"'`]+)["'`]\)/g,
    ))
      load(beside(language === 'en' ? english : chinese));
  };
  for (const script of document.querySelectorAll('script[type="module"][src]')) load(script.getAttribute('src') ?? '');
  return loaded;
}

const bytes = (scripts: ReadonlyMap<string, string>): number =>
  [...scripts.values()].reduce((sum, script) => sum + Buffer.byteLength(script), 0);

test('the English search page loads English only, and hardly more script than the Chinese one', () => {
  const folder = inject('rootSite');
  const chinese = loadedScripts(folder, 'search/index.html', 'zh-Hans');
  const english = loadedScripts(folder, 'en/search/index.html', 'en');
  console.log('search', bytes(chinese), 'en/search', bytes(english));
  expect([...chinese.values()].some(isChinese)).toBe(true);
  expect([...english].filter(([, script]) => isChinese(script)).map(([file]) => file)).toEqual([]);
  expect(bytes(english) / bytes(chinese)).toBeLessThanOrEqual(most);
});
