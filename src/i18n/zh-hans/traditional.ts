/** Showing pages in traditional characters, in Chinese. */
export const traditional = {
  traditionalNotRead: '没有读到繁体字表，请检查网络，再选一次。',
  traditionalCopied: '已复制原文（简体）',
  traditionalBack: '自动转换，恢复简体',
  backToSimplified: '恢复简体',
  traditionalHow: '自动转换：由程序按词和人名地名的例外转换，只改显示，难免有误。',
  traditionalKept: '引用、复制和检索一律用原文。选择记在这台设备上。',
} as const;
