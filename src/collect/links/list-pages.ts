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
    [1, ...numbers].map((number) => `${head}${number}${tail}`),
  );
  return [...new Set([...addresses, ...names])];
}

const isData = (address: string): boolean => /api|json|ajax|query|search|data/i.test(address.split('?')[0] ?? '');

/** Addresses of lists that a page's script fetches as data. */
const written =
  /(['"])((?:https?:\/\/|\.{0,2}\/)?[\w./-]*(?:api|json|ajax|query|getList|listdata|data)[\w./-]*(?:\?[^'"\s<>]{0,200})?)\1/gi;

/** `"/api/list?cid=" + cid + "&pageNo=" + p`: pieces and names. */
const joined = /(['"])([^'"\n]*)\1(?:\s*\+\s*(?:[A-Za-z_$][\w$]*|\d+|(['"])[^'"\n]*\3))+/g;

/** What a script says that names stand for, where it says it plainly. */
function plainValues(script: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', , text, number] of script.matchAll(
    /\b([A-Za-z_$][\w$]*)\s*[=:]\s*(?:(['"])([^'"\n]{0,80})\2|(\d{1,9}))\s*(?=[,;}\n)]|$)/g,
  ))
    if (!values.has(name)) values.set(name, text ?? number ?? '');
  return values;
}

/** Addresses that a script puts together of what it says plainly; a page's number that it counts up is 1. */
function joinedAddresses(script: string): string[] {
  const values = plainValues(script);
  return [...script.matchAll(joined)].flatMap(([whole]) => {
    let address = '';
    for (const [, , text, name] of whole.matchAll(/(['"])([^'"\n]*)\1|([\w$]+)/g)) {
      if (text !== undefined) address += text;
      else if (name !== undefined && /^\d+$/.test(name)) address += name;
      else {
        const value = values.get(name ?? '');
        if (value === undefined && !pageName.test(address)) return [];
        address += value ?? '1';
      }
    }
    return isData(address) && /^(?:https?:|\/|\.)|[/?]/.test(address) ? [address] : [];
  });
}

/** Addresses, as written, from which a page's script fetches its list; each as its first page. */
export function dataAddresses(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map(([, text = '']) => text).join('\n');
  const found = joinedAddresses(scripts);
  const marked = [...html.matchAll(/\sdata-[\w-]+\s*=\s*("[^"<>]{3,240}"|'[^'<>]{3,240}')/gi)].map(
    ([, text = '']) => text,
  );
  // A list's next lines, fetched by a script of the site's own: `<nextgroup>`, `dataproxy`.
  const proxies = [...html.matchAll(/href\s*=\s*["']([^"'<>]{0,200}dataproxy[^"'<>]{0,200})["']/gi)].map(
    ([, text = '']) => text,
  );
  found.push(...proxies);
  for (const text of [scripts, ...marked])
    for (const [, , address = ''] of text.matchAll(written)) {
      const isOwn = !/\.(?:js|css|png|jpe?g|gif|svg|ico)(?:\?|$)/i.test(address);
      // What a variable completes is among the joined ones.
      const isOpen = /[=&?]$/.test(address);
      if (isOwn && !isOpen && /[/?]/.test(address)) found.push(address);
    }
  return [...new Set(found.map((address) => address.replaceAll('&amp;', '&')))].slice(0, 4);
}

const pageName = /[?&](?:page|pageNo|pageno|pageNum|pageIndex|curPage|currentPage|currPage|p|pn)=$/i;
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
