import { compact } from '../../lines/layout-space.ts';
import type { PageField } from '../../lines/reading.ts';
import { isReportTitle, isSomeTitle } from '../../lines/title-line.ts';
import { attribute, type HtmlNode, heldText } from './elements.ts';
import { metaNames } from './selectors.ts';

/** What a page says of itself beside its text: all of it evidence, none of it text. */
export interface PageEvidence {
  readonly meta: readonly PageField[];
  /** Titles that the page gives itself, the surest first. */
  readonly titles: readonly string[];
  /** The site's own words. */
  readonly site: readonly string[];
  readonly address: string | null;
}

/** A document, as far as evidence needs it. */
export interface HtmlDocument {
  querySelectorAll(selector: string): Iterable<HtmlNode>;
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
/** Values beyond this are no name, day or address. */
const longest = 300;

const siteWord = '网|网站|平台|门户|政府|局|厅|委|办公室|中心|频道';
const separators = [/\s*[_|｜]\s*/, /\s*(?:—{1,2}|–|--+|>>|»)\s*/, /\s+-\s+/, new RegExp(`-(?=[^-]*(?:${siteWord})$)`)];

/** A window's title without the site's name and columns at its end. */
export function pageTitle(windowTitle: string): string {
  const whole = plain(windowTitle);
  for (const separator of separators) {
    const parts = whole.split(separator);
    if (parts.length < 2) continue;
    const own = parts.find((part) => isReportTitle(part)) ?? parts.find((part) => isSomeTitle(part));
    if (own !== undefined) return own;
  }
  return whole;
}

/** The name of a column, not of one year's report. */
const columnName = /^(?:法治政府建设|依法行政|法治建设)(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|情况|总结)$/;

/** An absolute address of the web; null for any other words. */
export function webAddress(words: string): string | null {
  const text = words.trim();
  if (!/^https?:\/\//i.test(text) || text.length > 2_000 || !URL.canParse(text)) return null;
  return new URL(text).href;
}

/** Browsers write where a page was saved from; SingleFile and its like write it too. */
const savedFrom = /<!--\s*(?:saved from url=\(\d+\)(\S+)|[\s\S]{0,200}?\burl:\s*(https?:\/\/\S+))/i;

/** Named stretches between the comments that 大汉 sets around what its templates fill in. */
const filled = /<!--\s*<\$\[([^\]]{1,20})\]>begin\s*-->([\s\S]{0,600}?)<!--\s*<\$\[\1\]>end\s*-->/g;
const withoutTags = (html: string): string => plain(html.replace(/<[^>]{0,500}>/g, '').replace(/&nbsp;|&#160;/g, ' '));

/** What a stretch, an element of a data island or a key of JSON-LD is called in the meta tags' own words. */
const meanings: readonly [pattern: RegExp, name: 'title' | 'PubDate' | 'ContentSource'][] = [
  [/^(?:标题名称(?:\(html\))?|标题|文章标题|信息标题|title|headline)$/i, 'title'],
  [/^(?:发布时间|发布日期|信息发布时间|pub-?date|publish(?:ed)?-?(?:date|time)|deploytime)$/i, 'PubDate'],
  [/^(?:信息来源|来源|文章来源|稿件来源|source|docsource)$/i, 'ContentSource'],
];

interface Said {
  readonly name: 'title' | 'PubDate' | 'ContentSource' | 'datePublished' | 'site';
  readonly value: string;
}

const meaningOf = (name: string): Said['name'] | null =>
  meanings.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? null;

function saidByMarks(html: string): Said[] {
  return [...html.matchAll(filled)].flatMap(([, label = '', words = '']) => {
    const name = meaningOf(label);
    const value = withoutTags(words);
    return name === null || value === '' ? [] : [{ name, value }];
  });
}

/** One record of a data island (`<xml>` or a script of that type); a list of records tells of other pages. */
function saidByIsland(xml: string): Said[] {
  if (xml.length > 100_000 || (xml.match(/<record[\s>]/gi)?.length ?? 0) > 1) return [];
  return [...xml.matchAll(/<([a-z][\w-]{1,20})>(?:<!\[CDATA\[)?([^<\]]{1,300})(?:\]\]>)?<\/\1>/gi)].flatMap(
    ([, label = '', words = '']) => {
      const name = meaningOf(label);
      return name === null || plain(words) === '' ? [] : [{ name, value: plain(words) }];
    },
  );
}

/** As many islands are looked at. */
const mostIslands = 4;

/** The first islands of data that stand in a page as elements, with their tags. */
function islandsOf(html: string): string[] {
  const found: string[] = [];
  let at = html.search(/<xml[\s>]/i);
  while (at >= 0 && found.length < mostIslands) {
    const end = html.indexOf('</xml>', at);
    if (end < 0) break;
    found.push(html.slice(at, end));
    at = html.indexOf('<xml', end);
  }
  return found;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function saidByJsonLd(json: string): Said[] {
  if (json.length > 200_000) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  const said: Said[] = [];
  const things = [parsed].flat().flatMap((thing) => (isObject(thing) ? [thing, thing['@graph']].flat() : []));
  const add = (name: Said['name'], value: unknown): void => {
    if (typeof value === 'string' && plain(value) !== '') said.push({ name, value: plain(value) });
  };
  for (const thing of things) {
    if (!isObject(thing)) continue;
    const type = String(thing['@type']);
    if (!/Article|Report|WebPage|Posting|CreativeWork/i.test(type)) continue;
    add('datePublished', thing.datePublished);
    add('title', thing.headline);
    for (const body of [thing.publisher, thing.author].flat())
      add('site', isObject(body) ? body.name : typeof body === 'string' ? body : null);
  }
  return said;
}

/** Reads what a page says of itself: meta tags, headings, addresses, comments, data for programs. */
export function pageEvidence(html: string, document: HtmlDocument): PageEvidence {
  const wanted = new Map(metaNames.map((name) => [name.toLowerCase(), name]));
  const meta: PageField[] = [];
  const titles: string[] = [];
  const site: string[] = [];
  const addresses: string[] = [];
  const add = (label: string, value: string): void => {
    if (value !== '' && value.length <= longest) meta.push({ label, value, line: null });
  };
  for (const element of document.querySelectorAll('meta')) {
    const named = attribute(element, 'name') || attribute(element, 'property') || attribute(element, 'itemprop');
    const value = plain(attribute(element, 'content'));
    const label = wanted.get(named.toLowerCase());
    if (label !== undefined) add(label, value);
    if (/^og:site_name$/i.test(named)) site.push(value);
    if (/^og:url$/i.test(named)) addresses.push(value);
  }
  for (const element of document.querySelectorAll('link')) {
    const isCanonical = attribute(element, 'rel').toLowerCase() === 'canonical';
    if (isCanonical) addresses.unshift(attribute(element, 'href'));
  }
  const scripts = [...document.querySelectorAll('script')].map((script) => ({
    type: attribute(script, 'type').toLowerCase(),
    text: script.textContent ?? '',
  }));
  const islands = [...scripts.filter(({ type }) => /xml/.test(type)).map(({ text }) => text), ...islandsOf(html)];
  const said = [
    ...saidByMarks(html),
    ...islands.flatMap(saidByIsland),
    ...scripts.filter(({ type }) => type === 'application/ld+json').flatMap(({ text }) => saidByJsonLd(text)),
  ];
  for (const { name, value } of said) {
    if (name === 'title') titles.push(value);
    else if (name === 'site') site.push(value);
    else if (!meta.some(({ label }) => label === name)) add(name, value);
  }
  const headings = [...document.querySelectorAll('h1')].map((heading) => plain(heldText(heading)));
  const windowTitles = [...document.querySelectorAll('head > title')].map((title) => plain(title.textContent));
  titles.push(...headings, ...windowTitles.map(pageTitle));
  const saved = savedFrom.exec(html.slice(0, 20_000));
  addresses.push(saved?.[1] ?? saved?.[2] ?? '');
  return {
    meta,
    titles: [...new Set(titles)].filter((title) => isReportTitle(title) && !columnName.test(compact(title))),
    site: [...windowTitles, ...site].filter((words) => words !== ''),
    address: addresses.map(webAddress).find((address) => address !== null) ?? null,
  };
}
