import { madeElement } from '../../page/made-element.ts';
import { changeSettings, onSettings, readingSettings } from '../settings/store.ts';
import type { OpenedTool } from './tool.ts';
import { said } from './words.ts';

/** Turns the page to traditional characters and back, and says what that is and what it is not. */
export function open(panel: HTMLElement): OpenedTool {
  const button = madeElement('button', { type: 'button' });
  button.addEventListener('click', () => changeSettings({ traditional: !readingSettings().traditional }));
  const show = (): void => {
    button.replaceChildren(said(readingSettings().traditional ? 'backToSimplified' : 'showTraditional'));
  };
  show();
  const notes = [said('traditionalHow'), said('traditionalKept')];
  panel.append(button, ...notes.map((note) => madeElement('p', { className: 'soft' }, note)));
  return { end: onSettings(show) };
}
