import { spoken } from '../words/spoken.ts';

/** The words of the page of samples. */
export const { said, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/data.ts'), en: () => import('../../i18n/en/data.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/queries.ts'), en: () => import('../../i18n/en/queries.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
);
