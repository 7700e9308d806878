import { madeElement } from './made-element.ts';

/** WeChat's own browser names itself so; there files cannot be saved and the page cannot be printed. */
export function isWeChat(userAgent: string = navigator.userAgent): boolean {
  return /MicroMessenger/i.test(userAgent);
}

/**
 * A quiet line for places where files are offered, to be shown in WeChat's browser, as a paragraph or within one; null in
 * all other browsers. Reading, search and copying work there.
 */
export function weChatHint(tag: 'p' | 'span' = 'p'): HTMLElement | null {
  if (!isWeChat()) return null;
  const words = '微信里不能保存文件。请点右上角的“…”，选“在浏览器打开”，再保存。';
  return madeElement(tag, { className: 'soft', textContent: words });
}
