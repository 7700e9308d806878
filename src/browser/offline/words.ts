import { spoken } from '../words/spoken.ts';

/** The words of reading without a network. */
export const { said } = await spoken({
  'zh-Hans': () => import('../../i18n/zh-hans/data.ts'),
  en: () => import('../../i18n/en/data.ts'),
});
