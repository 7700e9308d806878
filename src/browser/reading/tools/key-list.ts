import { madeElement } from '../../page/made-element.ts';
import { readingSettings } from '../settings/store.ts';
import type { NamedKey, OpenedTool, ReadingTool } from './tool.ts';
import { said } from './words.ts';

/** Keys of every page that open no tool. */
const pageKeys = [{ key: '/', name: 'keySearch' }] as const;

/** Keys of the bar that steps through what a search found, while it is there. */
const stepKeys = [
  { key: 'n', name: 'keyNextFound' },
  { key: 'p', name: 'keyPreviousFound' },
] as const;

/** Lists the keys of all tools that this page has, and those without a tool; says so where they are switched off. */
export function openKeyList(
  panel: HTMLElement,
  readingTools: readonly ReadingTool[],
  quietKeys: readonly NamedKey[],
): OpenedTool {
  const isReport = document.querySelector('article.t') !== null;
  const hasSteps = document.querySelector('.steps') !== null;
  const tools = readingTools.filter(({ where }) => where === 'everywhere' || isReport);
  const keys = [...tools, ...pageKeys, ...(isReport ? quietKeys : []), ...(hasSteps ? stepKeys : [])];
  const list = madeElement('dl', { className: 'keys' });
  for (const { key, name } of readingSettings().keys ? keys : [])
    list.append(madeElement('dt', {}, madeElement('kbd', { textContent: key })), madeElement('dd', {}, said(name)));
  list.append(
    madeElement('dt', {}, madeElement('kbd', { textContent: 'Esc' })),
    madeElement('dd', {}, said('closePanel')),
  );
  if (!readingSettings().keys) panel.append(madeElement('p', {}, said('keysOff')));
  panel.append(list);
  return {};
}
