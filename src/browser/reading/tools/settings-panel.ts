import { siteRoutes } from '../../../archive/routes.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import { siteBase } from '../../page/site-base.ts';
import { SettingsForm } from '../settings/form.ts';
import { readingSettingsStyle } from '../settings/style.ts';
import type { OpenedTool } from './tool.ts';
import { said } from './words.ts';

/** The settings in the reading bar's panel, with the way to the page that shows them in full. */
export function open(panel: HTMLElement): OpenedTool {
  adoptStyle(readingSettingsStyle);
  const form = new SettingsForm();
  const whole = madeElement('a', { href: siteRoutes(siteBase()).reading }, said('wholeSettings'));
  panel.append(form.element, madeElement('p', {}, whole));
  return { end: () => form.end() };
}
