import type { Saying } from '../../i18n/saying.ts';
import { written } from '../../i18n/written.ts';

/** What gives the words of a file that is saved, which is in Chinese whatever the page's language is. */
export async function chineseWords(): Promise<(of: Saying | string) => string> {
  const [{ vocabulary }, { search }] = await Promise.all([
    import('../../i18n/zh-hans/vocabulary.ts'),
    import('../../i18n/zh-hans/search.ts'),
  ]);
  return (of) => (typeof of === 'string' ? of : written({ ...vocabulary, ...search }, of));
}
