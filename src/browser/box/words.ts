import { spoken } from '../words/spoken.ts';

/** The words of the box. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/finder.ts'), en: () => import('../../i18n/en/finder.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
);
