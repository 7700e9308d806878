/** What names a visit, not a page. */
const passing =
  /^(?:jsessionid|phpsessid|sid|sessionid|session_id|aspsessionid\w*|_|_t|t|ts|timestamp|rnd|rand|random|r|v|nocache|utm_\w+|from|spm|tdsourcetag)$/i;

/**
 * An address by which a page is known, however a link to it is written: without fragment and session, `&amp;` read
 * once more. Null for what is not on the web: scripts, mail, telephone, data.
 */
export function canonicalAddress(written: string, base: string): string | null {
  const text = written
    .trim()
    .replaceAll('&amp;', '&')
    .replace(/[\t\r\n]/g, '');
  if (text === '' || text.startsWith('#') || !URL.canParse(text, base)) return null;
  const address = new URL(text, base);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  address.hash = '';
  address.username = '';
  address.password = '';
  address.pathname = address.pathname.replace(/;jsessionid=[^/]*/i, '');
  for (const name of [...address.searchParams.keys()]) if (passing.test(name)) address.searchParams.delete(name);
  return address.href.replace(/\?$/, '');
}
