import { type Citation, citationKey, dayParts } from './citation.ts';

/** One item of CSL-JSON 1.0, as far as a report needs it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'report';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly publisher: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: 'zh-CN';
}

/** The citation as an item of CSL-JSON; `issued` is missing where no day is known. */
function cslItem(citation: Citation): CslItem {
  const { title, authors, issued, accessed, address } = citation;
  return {
    id: citationKey(citation),
    type: 'report',
    title,
    author: authors.map((literal) => ({ literal })),
    publisher: authors.join('、'),
    ...(issued === null ? {} : { issued: { 'date-parts': [dayParts(issued)] } }),
    accessed: { 'date-parts': [dayParts(accessed)] },
    URL: address,
    language: 'zh-CN',
  };
}

/** A CSL-JSON file of one item, ending in a line break. */
export function cslJson(citation: Citation): string {
  const text = JSON.stringify([cslItem(citation)], null, 2);
  // Days on one line: three lines for each number are a column that nobody reads.
  return `${text.replace(/\[[\s\d,[\]]*\]/g, (days) => days.replace(/\s+/g, ''))}\n`;
}
