import { parseHTML } from 'linkedom';
import { beforeEach, expect, test, vi } from 'vitest';
import { type MessageFile, WordRegister } from '../../../src/browser/words/word-register.ts';
import { saying } from '../../../src/i18n/saying.ts';

const file = (chinese: Record<string, string>, english: Record<string, string>): MessageFile => ({
  'zh-Hans': vi.fn(async () => ({ messages: chinese })),
  en: vi.fn(async () => ({ messages: english })),
});
const frame = (): MessageFile =>
  file(
    { home: '首页', reportCount: '{count} 份', pageTitle: '{thing} · 文库' },
    { home: 'Home', reportCount: '{count} {count:report|reports}', pageTitle: '{thing} · Archive' },
  );

beforeEach(() => {
  const { document, Event } = parseHTML('<html lang="zh-Hans"><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('Event', Event);
});

test('what was said is said again in the other language, and back', async () => {
  const register = new WordRegister();
  const messages = frame();
  await register.add([messages]);
  expect(messages.en).not.toHaveBeenCalled();
  const text = register.text(saying('pageTitle', { thing: saying('reportCount', { count: 1 }) }));
  const button = document.createElement('button');
  register.attribute(button, 'aria-label', saying('home'));
  expect([text.data, button.getAttribute('aria-label')]).toEqual(['1 份 · 文库', '首页']);
  expect(await register.speak('en')).toBe(true);
  expect([text.data, button.getAttribute('aria-label')]).toEqual(['1 report · Archive', 'Home']);
  expect(register.words(saying('home'))).toBe('Home');
  await register.speak('zh-Hans');
  expect([text.data, button.getAttribute('aria-label')]).toEqual(['1 份 · 文库', '首页']);
  expect([messages['zh-Hans'], messages.en].map((load) => vi.mocked(load).mock.calls.length)).toEqual([1, 1]);
  expect([register.isSaid(text), register.isSaid(document.createTextNode('首页'))]).toEqual([true, false]);
});

test('a page that is English as it stands loads English alone', async () => {
  document.documentElement.lang = 'en';
  const register = new WordRegister();
  const messages = frame();
  await register.add([messages]);
  expect(register.text(saying('home')).data).toBe('Home');
  expect(messages['zh-Hans']).not.toHaveBeenCalled();
});

test('a file that comes while the language is changed comes in both', async () => {
  const register = new WordRegister();
  await register.add([frame()]);
  const late = file({ search: '检索' }, { search: 'Search' });
  await Promise.all([register.speak('en'), register.add([late])]);
  expect(register.text(saying('search')).data).toBe('Search');
});

test('of two changes the later holds', async () => {
  const register = new WordRegister();
  await register.add([frame()]);
  const text = register.text(saying('home'));
  expect(await Promise.all([register.speak('en'), register.speak('zh-Hans')])).toEqual([false, true]);
  expect(text.data).toBe('首页');
});

test('a file that cannot be had leaves the words as they are', async () => {
  const register = new WordRegister();
  await register.add([{ ...frame(), en: () => Promise.reject(new Error('offline')) }]);
  const text = register.text(saying('home'));
  await expect(register.speak('en')).rejects.toThrow('offline');
  expect(text.data).toBe('首页');
});
