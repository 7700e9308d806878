import { spoken } from '../words/spoken.ts';

/** The words about traditional characters. */
export const { said, words } = await spoken({
  'zh-Hans': () => import('../../i18n/zh-hans/traditional.ts'),
  en: () => import('../../i18n/en/traditional.ts'),
});
