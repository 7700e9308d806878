export const aloudMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/aloud.ts'),
  en: () => import('../../i18n/en/aloud.ts'),
};

export const citationMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/citation.ts'),
  en: () => import('../../i18n/en/citation.ts'),
};

export const comparisonMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/comparison.ts'),
  en: () => import('../../i18n/en/comparison.ts'),
};

export const finderMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/finder.ts'),
  en: () => import('../../i18n/en/finder.ts'),
};

export const frameMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'),
  en: () => import('../../i18n/en/frame.ts'),
};

export const originalMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/original.ts'),
  en: () => import('../../i18n/en/original.ts'),
};

export const queriesMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/queries.ts'),
  en: () => import('../../i18n/en/queries.ts'),
};

export const readingMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/reading.ts'),
  en: () => import('../../i18n/en/reading.ts'),
};

export const relationsMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/relations.ts'),
  en: () => import('../../i18n/en/relations.ts'),
};

export const rulesMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/rules.ts'),
  en: () => import('../../i18n/en/rules.ts'),
};

export const searchMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/search.ts'),
  en: () => import('../../i18n/en/search.ts'),
};

export const servedMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/served.ts'),
  en: () => import('../../i18n/en/served.ts'),
};

export const settingsMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/settings.ts'),
  en: () => import('../../i18n/en/settings.ts'),
};

export const toolsMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/tools.ts'),
  en: () => import('../../i18n/en/tools.ts'),
};

export const traditionalMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/traditional.ts'),
  en: () => import('../../i18n/en/traditional.ts'),
};

export const vocabularyMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/vocabulary.ts'),
  en: () => import('../../i18n/en/vocabulary.ts'),
};

export const listsMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/lists.ts'),
  en: () => import('../../i18n/en/lists.ts'),
};

export const pickingMessages = {
  'zh-Hans': () => import('../../i18n/zh-hans/picking.ts'),
  en: () => import('../../i18n/en/picking.ts'),
};
