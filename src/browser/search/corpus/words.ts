import { spoken } from '../../words/spoken.ts';

/** The words of the tools. */
export const { said, saidAs, words } = await spoken(
  { 'zh-Hans': () => import('../../../i18n/zh-hans/corpus.ts'), en: () => import('../../../i18n/en/corpus.ts') },
  {
    'zh-Hans': () => import('../../../i18n/zh-hans/vocabulary.ts'),
    en: () => import('../../../i18n/en/vocabulary.ts'),
  },
);
