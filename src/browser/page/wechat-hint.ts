import { madeElement } from './made-element.ts';

/** WeChat's own browser names itself so; there files cannot be saved and the page cannot be printed. */
export function isWeChat(userAgent: string = navigator.userAgent): boolean {
  return /MicroMessenger/i.test(userAgent);
}

/**
 * A quiet line for places where files are offered, to be shown in WeChat's browser, as a paragraph or within one; null in
 * all other browsers. Reading, search and copying work there.
 */
export function weChatHint(words: () => Text, tag: 'p' | 'span' = 'p'): HTMLElement | null {
  return isWeChat() ? madeElement(tag, { className: 'soft' }, words()) : null;
}
