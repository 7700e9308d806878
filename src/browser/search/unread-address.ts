import { saying } from '../../i18n/saying.ts';
import { scopeNames, shownText, type UnreadPart, unreadMember, unreadScope } from '../../search/scope.ts';
import { corpusChoices, corpusNames, corpusNumber, corpusNumbers, isAgainst } from './corpus/corpus-state.ts';
import { contextLimit, contextWidth, glyphMarks, mostBeside, resultViews, searchModes, sortOrders } from './state.ts';

const singles = ['q', 'mode', 'sort', 'view', 'context', 'glyphs', ...corpusNames] as const;
const ownNames: readonly string[] = [...singles, ...scopeNames, 'with'];

/** Names that others give to what is asked here, with ours; what a mail or a messenger adds is none of them. */
const otherNames: Readonly<Record<string, string>> = {
  query: 'q',
  keyword: 'q',
  keywords: 'q',
  phrase: 'q',
  wd: 'q',
  date: 'year',
  province: 'region',
  prefecture: 'region',
  city: 'region',
  county: 'region',
  area: 'region',
  code: 'region',
  place: 'region',
  department: 'issuer',
  kind: 'issuer',
  section: 'role',
  part: 'role',
  order: 'sort',
  orderby: 'sort',
  width: 'context',
  compare: 'with',
};

/** Whether one name becomes the other by one letter put in, taken out, changed, or exchanged with its neighbour. */
function isOneLetterAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The name of ours that one is taken for, or null: a stranger's, such as `utm_source`, which asks nothing of us. */
function meantName(given: string): string | null {
  const bare = given
    .trim()
    .toLowerCase()
    .replace(/\[\d*\]$/, '');
  const isAlike = (own: string): boolean => bare === own || (own.length > 3 && isOneLetterAway(bare, own));
  return ownNames.find(isAlike) ?? otherNames[bare] ?? otherNames[bare.replace(/s$/, '')] ?? null;
}

/**
 * What of an address's parameters asks something that cannot be read, in the order of the page's own parameters:
 * values, names that are mistaken for ours, parameters that may stand once and stand more often. Empty values and
 * names unlike ours ask nothing.
 */
export function unreadAddress(parameters: URLSearchParams): UnreadPart[] {
  const texts = (name: string): string[] => parameters.getAll(name).filter((text) => text.trim() !== '');
  const unread = unreadScope({
    year: texts('year'),
    region: texts('region'),
    level: texts('level'),
    issuer: texts('issuer'),
    role: texts('role'),
  });
  for (const [name, allowed] of [
    ['mode', searchModes] as const,
    ['sort', sortOrders] as const,
    ['view', resultViews] as const,
    ['glyphs', glyphMarks] as const,
  ])
    for (const given of texts(name)) {
      const values: readonly string[] = allowed;
      if (!values.includes(given)) unread.push(unreadMember(name, given, values));
    }
  for (const [name, allowed] of Object.entries(corpusChoices))
    for (const given of texts(name)) {
      const values: readonly string[] = allowed;
      if (!values.includes(given)) unread.push(unreadMember(name, given, values));
    }
  for (const name of ['seed', 'sample', 'page', 'texts', 'span', 'window', 'length'] as const)
    for (const given of texts(name))
      if (corpusNumber(name, given) === null) {
        const { from, to } = corpusNumbers[name];
        const said = saying('scopeNumber', { name, text: shownText(given), count: String(from), limit: String(to) });
        unread.push({ name, given, said });
      }
  for (const given of texts('against'))
    if (!isAgainst(given))
      unread.push({ name: 'against', given, said: saying('scopeAgainst', { text: shownText(given) }) });
  for (const given of texts('context'))
    if (contextWidth(given) === null)
      unread.push({
        name: 'context',
        given,
        said: saying('scopeContext', { text: shownText(given), limit: contextLimit }),
      });
  const beside = new Set(texts('with'));
  if (beside.size > mostBeside)
    unread.push({
      name: 'with',
      given: [...beside].join(' '),
      said: saying('scopeWith', { limit: mostBeside, count: beside.size }),
    });
  for (const name of singles) {
    const given = texts(name);
    if (new Set(given).size > 1)
      unread.push({ name, given: given.join(' '), said: saying('scopeOnce', { name, count: given.length }) });
  }
  for (const name of new Set(parameters.keys())) {
    const meant = ownNames.includes(name) ? null : meantName(name);
    if (meant !== null && texts(name).length > 0)
      unread.push({
        name,
        given: texts(name).join(' '),
        said: saying('scopeName', { name: shownText(name), text: meant, names: ownNames.join(' ') }),
      });
  }
  return unread;
}
