import { wordRegister } from '../words/word-register.ts';
import { LanguageMarks } from './language-marks.ts';

/** Marks the names and report text that scripts put on an English page as Chinese, as they come. */
export function markChineseTexts(): void {
  const marks = new LanguageMarks();
  const mark = (text: Node): void => {
    const element = text.parentElement;
    if (!(text instanceof Text) || !element) return;
    if (wordRegister().isSaid(text)) marks.markEnglish(element);
    else if (/\p{Script=Han}/u.test(text.data)) marks.markChinese(element.closest('.kwic, .passage a') ?? element);
  };
  const markAll = (top: Node): void => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node: Node | null = top; node; node = walker.nextNode()) mark(node);
  };
  markAll(document.body);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      mark(target);
      for (const node of addedNodes) markAll(node);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
