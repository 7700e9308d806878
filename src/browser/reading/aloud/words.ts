import { spoken } from '../../words/spoken.ts';

/** The words of reading aloud. */
export const { said } = await spoken({
  'zh-Hans': () => import('../../../i18n/zh-hans/aloud.ts'),
  en: () => import('../../../i18n/en/aloud.ts'),
});
