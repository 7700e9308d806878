const pageParameter = /^(?:page|pageno|pagenum|pageindex|curpage|currentpage|currpage|p|pn)$/i;

/** An address without what counts the pages of a list. */
function withoutNumber(address: string): string {
  const { host, pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()]) if (pageParameter.test(name)) searchParams.delete(name);
  const path = pathname
    .replace(/[_-]\d{1,4}(?=\.\w{2,5}$)/, '')
    .replace(/\/(?:index|list|default)\d{0,4}\.\w{2,5}$/i, '/')
    .replace(/\/\d{1,3}\/?$/, '/');
  searchParams.sort();
  return `${host}${path.endsWith('/') ? path : `${path}/`}?${searchParams}`;
}

/** Whether an address can be another page of the list at `list`: the two differ by what counts pages alone. */
export function isPageOfList(address: string, list: string): boolean {
  return withoutNumber(address) === withoutNumber(list);
}
