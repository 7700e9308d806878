import type { Citation } from './citation.ts';

/** Who is named: up to three, then 等 (GB/T 7714-2015, 8.1.2). */
function responsible(authors: readonly string[]): string {
  return authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, 等` : authors.join(', ');
}

/**
 * The beginning of an entry, which is known without its reader: 主要责任者. 题名[EB/OL]. (公布日期). The day is left out
 * where unknown.
 */
export function gbt7714Source({ authors, title, issued }: Pick<Citation, 'authors' | 'title' | 'issued'>): string {
  return `${responsible(authors)}. ${title}[EB/OL].${issued === null ? '' : ` (${issued}).`}`;
}

/**
 * An entry of a list of references after GB/T 7714-2015, 4.6 (electronic resources), without its number:
 * 主要责任者. 题名[EB/OL]. (公布日期)[引用日期]. 获取和访问路径. The day in round brackets is left out where unknown.
 */
export function gbt7714({
  authors,
  title,
  issued,
  accessed,
  address,
}: Pick<Citation, 'authors' | 'title' | 'issued' | 'accessed' | 'address'>): string {
  const day = issued === null ? '' : `(${issued})`;
  return `${responsible(authors)}. ${title}[EB/OL]. ${day}[${accessed}]. ${address}.`;
}
