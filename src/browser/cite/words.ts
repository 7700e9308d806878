import { spoken } from '../words/spoken.ts';

/** The words of the citing page. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/citation.ts'), en: () => import('../../i18n/en/citation.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/picking.ts'), en: () => import('../../i18n/en/picking.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/served.ts'), en: () => import('../../i18n/en/served.ts') },
);
