import { spoken } from '../words/spoken.ts';

/** The words of the search page. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/queries.ts'), en: () => import('../../i18n/en/queries.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/search.ts'), en: () => import('../../i18n/en/search.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/vocabulary.ts'), en: () => import('../../i18n/en/vocabulary.ts') },
);
