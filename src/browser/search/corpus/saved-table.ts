import { searchFileName } from '../../../exports/search-file-name.ts';
import { type TableForm, tableFile } from '../../../exports/table-file.ts';
import { type Saying, saying } from '../../../i18n/saying.ts';
import { written } from '../../../i18n/written.ts';
import { readerDay } from '../../page/reader-day.ts';
import { saveFile } from '../../page/save-file.ts';
import type { CorpusContext } from './corpus-context.ts';
import { methodSayings } from './methods.ts';
import type { SavedTable } from './tool-view.ts';

/** Saves a tool's table; files are in Chinese whatever the page's language is. Rejects where the words cannot be had. */
export async function saveTable(
  form: TableForm,
  tool: 'neighbours' | 'collocates' | 'distribution' | 'words' | 'figures',
  { heads, rows }: SavedTable,
  methods: readonly Saying[],
  context: CorpusContext,
): Promise<void> {
  const [{ vocabulary }, { search }, { corpus }] = await Promise.all([
    import('../../../i18n/zh-hans/vocabulary.ts'),
    import('../../../i18n/zh-hans/search.ts'),
    import('../../../i18n/zh-hans/corpus.ts'),
  ]);
  const chinese = (of: Saying | string): string =>
    typeof of === 'string' ? of : written({ ...vocabulary, ...search, ...corpus }, of);
  const scope = context.scope.map(chinese).join('，');
  const head = {
    query: context.query,
    scope,
    day: readerDay(),
    archiveVersion: context.archiveVersion,
    address: location.href,
    methods: methodSayings(context, scope || saying('methodsWhole'), methods).map(chinese),
  };
  const named = heads.map((key) => chinese({ key, values: {} }));
  const { content, type } = tableFile(form, head, named, rows);
  saveFile(`${searchFileName(tool, context.query, readerDay())}.${form}`, content, type);
}
