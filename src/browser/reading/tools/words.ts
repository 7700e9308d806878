import { spoken } from '../../words/spoken.ts';

/** The words of the tools beside a report. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../../i18n/zh-hans/frame.ts'), en: () => import('../../../i18n/en/frame.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/original.ts'), en: () => import('../../../i18n/en/original.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/reading.ts'), en: () => import('../../../i18n/en/reading.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/rules.ts'), en: () => import('../../../i18n/en/rules.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/served.ts'), en: () => import('../../../i18n/en/served.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/settings.ts'), en: () => import('../../../i18n/en/settings.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/tools.ts'), en: () => import('../../../i18n/en/tools.ts') },
  {
    'zh-Hans': () => import('../../../i18n/zh-hans/traditional.ts'),
    en: () => import('../../../i18n/en/traditional.ts'),
  },
);
