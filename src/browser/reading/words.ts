import { spoken } from '../words/spoken.ts';

/** The words of the reading bar, and of what works beside a report unasked. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../i18n/zh-hans/frame.ts'), en: () => import('../../i18n/en/frame.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/reading.ts'), en: () => import('../../i18n/en/reading.ts') },
  { 'zh-Hans': () => import('../../i18n/zh-hans/tools.ts'), en: () => import('../../i18n/en/tools.ts') },
);
