/** Words that the site's style sheets draw themselves, in Chinese. */
export const drawn = {
  drawnNote: '注',
  drawnEqual: '两份相同',
  drawnConverted: '繁體由程序自動轉換，引用請用原文。',
} as const;
