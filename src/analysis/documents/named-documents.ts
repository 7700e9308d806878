import type { DocumentKind } from '../../archive/lexicons/document-kind.ts';
import type { SearchParagraph } from '../../search/document.ts';
import { documentKey } from './document-key.ts';
import { bareName, documentKind, isGenericName } from './document-kind.ts';
import type { DocumentNames, KnownDocument } from './document-names.ts';
import { numberBefore, numberBehind } from './document-number.ts';
import { type MarkedName, markedNames } from './marked-names.ts';

/** One place at which a report names a document. */
export interface DocumentMention {
  /** As it stands there, without outer title marks. */
  readonly name: string;
  /** What brings the spellings of one document together; of an alias, the key of what it stands for. */
  readonly key: string;
  /** 国发〔2015〕36号 as it stands beside the name, without white space; null where none does. */
  readonly number: string | null;
  readonly kind: DocumentKind;
  /**
   * `marked` by 《》; `inside` another name; `alias`, a short name that the report itself
   * gave before (以下简称《纲要》), or the end of the name last named in the paragraph;
   * `known`, without marks, a name that the register has.
   */
  readonly basis: 'marked' | 'inside' | 'alias' | 'known';
  /** The paragraph's, without `#`. */
  readonly anchor: string;
  /** UTF-16 units of the paragraph's text, title marks included. */
  readonly start: number;
  readonly end: number;
  /** Whether its title marks do not pair; the name then ends at the first 》 or stop. */
  readonly isOpen: boolean;
}

/** What a name stands for in one report. */
type Aliases = Map<string, KnownDocument>;

/** The bracket behind a name that gives it a shorter one: （以下简称《纲要》）, （国发〔2004〕10号，简称“纲要”）. */
const shorter =
  /^\s*[（(][^《》“”]{0,40}?(?:简称|下称)(?:为)?[：:]?\s*[“"「『]?\s*[《〈]?\s*([^《》〈〉“”"「」『』（）()，,；;。]{2,24})/u;

/** Words that introduce works: what stands in marks behind them is none of the documents. */
const work =
  /(?:歌曲|主题曲|电影|影片|视频|短片|专题片|宣传片|纪录片|情景剧|短剧|微剧|话剧|戏剧|徽剧|剧目|舞台剧|小品|相声|快板|舞蹈|诗歌|朗诵|MV|动漫|动画|漫画|栏目|专栏|节目|刊物|杂志|报纸|图书|书籍|丛书|读物|教材|课程|公开课|党课|题为|题目为|文章|论文|课题|作品|品牌)(?:[“"])?$/iu;

/** What may stand between the names of a list. */
const listed = /^(?:[、，,和及与]|以及)?$/u;

/** Stretches in “ ”, from mark to mark. */
function quotations(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf('“'); start >= 0; ) {
    const end = text.indexOf('”', start);
    if (end < 0) break;
    found.push({ start, end });
    start = text.indexOf('“', end);
  }
  return found;
}

/** Whether a stretch lies in one of others that come in order and share nothing; asked in order from `cursor`. */
function within(
  stretches: readonly { readonly start: number; readonly end: number }[],
): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= start) next++;
    const stretch = stretches[next];
    return stretch !== undefined && stretch.start < end;
  };
}

/** The document last named in a paragraph of which a general name is the end: 《甲市实施方案》……《实施方案》. */
function lastOfName(general: string, before: readonly DocumentMention[]): KnownDocument | undefined {
  const end = documentKey(general);
  return before.findLast(
    ({ name, basis }) =>
      basis !== 'alias' && (documentKey(name).endsWith(end) || documentKey(bareName(name)).endsWith(end)),
  );
}

/**
 * What a name means: by what the report said before, then by the register, then by its last word; null for no document.
 * `before` are the mentions in the paragraph so far.
 */
function meaning(
  name: string,
  before: readonly DocumentMention[],
  { names, aliases }: { names: DocumentNames; aliases: Aliases },
): (KnownDocument & { readonly by: 'alias' | 'register' | 'last-word' }) | null {
  const key = documentKey(name);
  const alias = aliases.get(key);
  if (alias) return { ...alias, by: 'alias' };
  const known = names.ofKey(key);
  if (known) return { ...known, by: 'register' };
  if (key.length < 2) return null;
  if (isGenericName(name)) {
    const last = lastOfName(name, before);
    return last ? { key: last.key, kind: last.kind, by: 'alias' } : null;
  }
  const kind = documentKind(name);
  return kind === null ? null : { key, kind, by: 'last-word' };
}

/** The mentions in title marks of a paragraph; gives `aliases` what the paragraph says of them. */
function markedMentions(
  { text, anchor }: SearchParagraph,
  marked: readonly MarkedName[],
  known: { readonly names: DocumentNames; readonly aliases: Aliases },
): DocumentMention[] {
  const mentions: DocumentMention[] = [];
  let from = 0;
  let isWork = false;
  let last = -1;
  for (const { name, start, end, isInside, isOpen } of marked) {
    if (!isInside) {
      isWork =
        work.test(text.slice(Math.max(0, start - 12), start)) || (isWork && listed.test(text.slice(last, start)));
      last = end;
    }
    const meant = meaning(name, mentions, known);
    if (!meant || meant.kind === null || (isWork && meant.by === 'last-word')) continue;
    const behind = isInside ? null : numberBehind(text, end);
    const number = isInside ? null : (behind?.number ?? numberBefore(text, start, from));
    const basis = meant.by === 'alias' ? 'alias' : isInside ? 'inside' : 'marked';
    mentions.push({ name, key: meant.key, number, kind: meant.kind, basis, anchor, start, end, isOpen });
    if (isInside) continue;
    from = behind?.end ?? end;
    const short = shorter.exec(text.slice(end, end + 100))?.[1];
    if (short !== undefined) known.aliases.set(documentKey(short), { key: meant.key, kind: meant.kind });
  }
  return mentions;
}

/** Documents that a paragraph names without marks, as the register has them; never within marks or “ ”. */
function unmarkedMentions(
  { text, anchor }: SearchParagraph,
  marked: readonly MarkedName[],
  names: DocumentNames,
): DocumentMention[] {
  if (names.unmarked === null) return [];
  const isMarked = within(marked.filter(({ isInside }) => !isInside));
  const isQuoted = within(quotations(text));
  return [...text.matchAll(names.unmarked)].flatMap(({ 0: name, index: start }): DocumentMention[] => {
    const end = start + name.length;
    const known = names.ofKey(documentKey(name));
    if (!known || known.kind === null || isMarked(start, end) || isQuoted(start, end)) return [];
    const number = numberBehind(text, end)?.number ?? null;
    return [{ name, ...known, kind: known.kind, number, basis: 'known', anchor, start, end, isOpen: false }];
  });
}

/**
 * The documents that a report names, in order, each as often as it names it: names in title marks, names within names,
 * short names that it gave them before, and the register's names without marks. Songs, books, newspapers and headings of
 * articles are none; neither is 《实施方案》 where nothing says whose. Linear in the length of the text.
 */
export function namedDocuments(paragraphs: readonly SearchParagraph[], names: DocumentNames): DocumentMention[] {
  const aliases: Aliases = new Map();
  return paragraphs.flatMap((paragraph) => {
    const marked = markedNames(paragraph.text);
    return [
      ...markedMentions(paragraph, marked, { names, aliases }),
      ...unmarkedMentions(paragraph, marked, names),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
  });
}
