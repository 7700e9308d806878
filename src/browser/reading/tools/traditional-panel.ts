import { madeElement } from '../../page/made-element.ts';
import { changeSettings, onSettings, readingSettings } from '../settings/store.ts';
import type { OpenedTool } from './tool.ts';

/** Turns the page to traditional characters and back, and says what that is and what it is not. */
export function open(panel: HTMLElement): OpenedTool {
  const button = madeElement('button', { type: 'button' });
  button.addEventListener('click', () => changeSettings({ traditional: !readingSettings().traditional }));
  const show = (): void => {
    button.textContent = readingSettings().traditional ? '恢复简体' : '显示为繁体';
  };
  show();
  const notes = [
    '自动转换：由程序按词和人名地名的例外转换，只改显示，难免有误。',
    '引用、复制和检索一律用原文。选择记在这台设备上。',
  ];
  panel.append(button, ...notes.map((textContent) => madeElement('p', { className: 'soft', textContent })));
  return { end: onSettings(show) };
}
