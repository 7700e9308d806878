import { spoken } from '../../words/spoken.ts';

/** The words of the settings' controls. */
export const { said } = await spoken(
  { 'zh-Hans': () => import('../../../i18n/zh-hans/reading.ts'), en: () => import('../../../i18n/en/reading.ts') },
  { 'zh-Hans': () => import('../../../i18n/zh-hans/settings.ts'), en: () => import('../../../i18n/en/settings.ts') },
);
