import { madeElement } from './made-element.ts';
import { type OpenedTool, quietKeys, readingTools } from './reading-tools.ts';

/** Lists the keys of all tools that this page has. */
export function open(panel: HTMLElement): OpenedTool {
  const isReport = document.querySelector('article.t') !== null;
  const list = madeElement('dl', { className: 'keys' });
  const tools = readingTools.filter(({ where }) => where === 'everywhere' || isReport);
  for (const { key, name } of [...tools, ...(isReport ? quietKeys : [])])
    list.append(
      madeElement('dt', {}, madeElement('kbd', { textContent: key })),
      madeElement('dd', { textContent: name }),
    );
  list.append(
    madeElement('dt', {}, madeElement('kbd', { textContent: 'Esc' })),
    madeElement('dd', { textContent: '关上面板' }),
  );
  panel.append(list);
  return {};
}
