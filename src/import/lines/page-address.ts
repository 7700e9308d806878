/** An address of a page on the web as it is written, without white space around it; null for anything else. */
export function pageAddress(text: string): string | null {
  const address = text.trim();
  if (!/^https?:\/\/[^\s/]+\S*$/i.test(address) || !URL.canParse(address)) return null;
  return address;
}

/** The address that a line of a text names and nothing else: `URL: https://…`, `网址：…`, `来源网址：…`; null for others. */
export function writtenAddress(line: string): string | null {
  const [, address] = /^[\s\ufeff]*(?:URL|(?:来源)?网址)\s*[:：]\s*(\S+)\s*$/i.exec(line) ?? [];
  return address === undefined ? null : pageAddress(address);
}
