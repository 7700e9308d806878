import { spoken } from '../words/spoken.ts';

/** The words of the list of terms. */
export const { said, saidAs } = await spoken({
  'zh-Hans': () => import('../../i18n/zh-hans/finder.ts'),
  en: () => import('../../i18n/en/finder.ts'),
});
