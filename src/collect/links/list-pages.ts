/** Pages of one list at most. */
export const mostPages = 60;

/** `createPageHTML(5, 0, "index", "html")` and its kin: pages in all, this one, name, ending. */
const pageScript =
  /createPage(?:HTML|Html)?\w*\(\s*['"]?(\d{1,4})['"]?\s*,\s*['"]?\d{1,4}['"]?\s*,\s*['"]([\w-]+)['"]\s*,\s*['"](s?html?|jsp|aspx?|php)['"]/;
/** A list's address put together by a script: `"list.jsp?page=" + n`. */
const built =
  /(['"])([^'"\s]{0,160}?[?&](?:page|pageNo|pageno|pageNum|pageIndex|curPage|currentPage|currPage|p|pn)=)\1\s*\+\s*[\w.]+(?:\s*\+\s*(['"])([^'"\s]{0,80})\3)?/gi;
const builtName = /(['"])([^'"\s]{0,120}?(?:index|list|default)_)\1\s*\+\s*[\w.]+\s*\+\s*(['"])(\.s?html?)\3/gi;
const inAll =
  /(?:共|totalPage\w*\s*[:=]\s*['"]?|pageCount\s*[:=]\s*['"]?|countPage\s*=\s*)\s*(\d{1,4})(?=\s*页|['"\s;,}])/i;

/**
 * Addresses, as written, of a list's other pages that only its scripts know; empty where they say nothing. `html` is
 * the page as served.
 */
export function scriptedPages(html: string): string[] {
  const fixed = pageScript.exec(html);
  if (fixed) {
    const [, count = '0', name = '', ending = ''] = fixed;
    const others = Math.min(Number(count), mostPages) - 1;
    return Array.from({ length: Math.max(0, others) }, (_, at) => `${name}_${at + 1}.${ending}`);
  }
  const count = Math.min(Number(inAll.exec(html)?.[1] ?? 0), mostPages);
  if (count < 2) return [];
  const numbers = Array.from({ length: count - 1 }, (_, at) => at + 2);
  const addresses = [...html.matchAll(built)].flatMap(([, , head = '', , tail = '']) =>
    isData(head) ? [] : numbers.map((number) => `${head}${number}${tail}`),
  );
  const names = [...html.matchAll(builtName)].flatMap(([, , head = '', , tail = '']) =>
    numbers.map((number) => `${head}${number - 1}${tail}`),
  );
  return [...new Set([...addresses, ...names])];
}

const isData = (address: string): boolean => /api|json|ajax|query|search|data/i.test(address.split('?')[0] ?? '');

/** Addresses of lists that a page's script fetches as data. */
const written =
  /(['"])((?:https?:\/\/|\.{0,2}\/)?[\w./-]*(?:api|json|ajax|query|getList|listdata|data)[\w./-]*(?:\?[^'"\s<>]{0,200})?)\1/gi;

/** Addresses, as written, from which a page's script fetches its list; each as its first page. */
export function dataAddresses(html: string): string[] {
  const found: string[] = [];
  for (const [, , head = '', , tail = ''] of html.matchAll(built)) if (isData(head)) found.push(`${head}1${tail}`);
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map(([, text = '']) => text).join('\n');
  const marked = [...html.matchAll(/\sdata-[\w-]+\s*=\s*("[^"<>]{3,240}"|'[^'<>]{3,240}')/gi)].map(
    ([, text = '']) => text,
  );
  for (const text of [scripts, ...marked])
    for (const [, , address = ''] of text.matchAll(written)) {
      const isOwn = !/\.(?:js|css|png|jpe?g|gif|svg|ico)(?:\?|$)/i.test(address);
      // What a variable completes is among the built ones.
      const isOpen = /[=&?]$/.test(address);
      if (isOwn && !isOpen && /[/?]/.test(address)) found.push(address.replaceAll('&amp;', '&'));
    }
  return [...new Set(found)].slice(0, 4);
}

const pageNumber = /([?&](?:page|pageNo|pageno|pageNum|pageIndex|curPage|currentPage|currPage|p|pn)=)(\d+)/i;

/** The address of the next page of a list whose address counts its pages; null where it does not. */
export function nextByNumber(address: string): string | null {
  const found = pageNumber.exec(address);
  if (!found) return null;
  const [whole, head = '', number = ''] = found;
  return address.replace(whole, `${head}${Number(number) + 1}`);
}

/** A line of a list that came as data. */
export interface ListedItem {
  readonly address: string;
  readonly text: string;
}

const titleKeys = /^(?:title|name|subject|docTitle|articleTitle|bt|doctitle|headline|showTitle|caption|biaoti)$/i;
const addressKeys = /^(?:url|link|href|docpuburl|puburl|address|linkUrl|articleUrl|docUrl|path|wzurl|src|uri)$/i;

/** Every line of a list that came as JSON, whatever it is wrapped in; empty for what is no JSON. */
export function listedItems(text: string): ListedItem[] {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\s*[\w.$]+\(([\s\S]*)\)\s*;?\s*$/, '$1'));
  } catch {
    return [];
  }
  const found: ListedItem[] = [];
  const open: unknown[] = [data];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (typeof next !== 'object' || next === null) continue;
    const entries = Object.entries(next);
    const word = (keys: RegExp): string | undefined =>
      entries.flatMap(([key, value]) =>
        keys.test(key) && typeof value === 'string' && value !== '' ? [value] : [],
      )[0];
    const [title, address] = [word(titleKeys), word(addressKeys)];
    if (title !== undefined && address !== undefined) found.push({ address, text: title.replace(/<[^>]*>/g, '') });
    for (const [, value] of entries) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return found;
}
