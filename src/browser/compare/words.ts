import { spoken } from '../words/spoken.ts';

/** The words of the comparing page. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/comparison.ts'), en: () => import('../../i18n/en/comparison.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/picking.ts'), en: () => import('../../i18n/en/picking.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/relations.ts'), en: () => import('../../i18n/en/relations.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/served.ts'), en: () => import('../../i18n/en/served.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/vocabulary.ts'), en: () => import('../../i18n/en/vocabulary.ts') },
);
