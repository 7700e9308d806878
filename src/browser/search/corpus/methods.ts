import { type Saying, saying } from '../../../i18n/saying.ts';
import { announce } from '../../page/announcement.ts';
import { copyText } from '../../page/copy-text.ts';
import { madeElement } from '../../page/made-element.ts';
import { readerDay } from '../../page/reader-day.ts';
import { told } from '../../words/spoken.ts';
import type { CorpusContext } from './corpus-context.ts';
import { fixed } from './tool-table.ts';
import { said, words } from './words.ts';

/** What a search was and how its figures were worked out, as sentences for a paper; `own` are the tool's. */
export function methodSayings(
  { query, total, archiveVersion }: Pick<CorpusContext, 'query' | 'total' | 'archiveVersion'>,
  scope: string | Saying,
  own: readonly Saying[],
): Saying[] {
  const { searched, characters, reports, occurrences } = total;
  return [
    saying('methodsSearch', {
      version: archiveVersion,
      day: readerDay(),
      query,
      scope,
      searched,
      characters,
      reports,
      occurrences,
      rate: fixed(characters > 0 ? (10_000 * occurrences) / characters : 0, 3),
    }),
    ...own,
    saying('methodsAddress', { address: location.href }),
  ];
}

/** The methods of a tool, folded, with a button that copies them. */
export function methodsElement(context: CorpusContext, own: readonly Saying[]): HTMLDetailsElement {
  const names = context.scope.map((part) => (typeof part === 'string' ? part : told(part).data));
  const scope = names.length > 0 ? names.join('，') : saying('methodsWhole');
  const text = madeElement('p', {}, ...methodSayings(context, scope, own).flatMap((one) => [told(one), ' ']));
  const copy = async (): Promise<void> => {
    if (await copyText(text.textContent.trim())) announce(words('methodsCopied'));
    else getSelection()?.selectAllChildren(text);
  };
  return madeElement(
    'details',
    { className: 'methods' },
    madeElement('summary', {}, said('methods')),
    text,
    madeElement('button', { type: 'button', onclick: () => void copy() }, said('copyMethods')),
  );
}
