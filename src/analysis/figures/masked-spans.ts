import { allMatches } from '../text/all-matches.ts';
import { digitsEnd } from './number.ts';

/**
 * Spans whose digits are no quantities. Each pattern is bounded, so that a text of nothing but digits or opening marks
 * is passed once.
 */
const patterns: readonly RegExp[] = [
  // Numbers of documents and dates.
  /[〔[(（【](?:19|20)\d{2}[〕\])）】]\s?第?\d{1,5}\s?号/gu,
  /(?:19|20)\d{2}\s?[-—–~～－至到]{1,2}\s?(?:19|20)?\d{2}(?!\d)(?:年度?)?/gu,
  /(?:19|20)\d{2}年?[、和及与](?:19|20)\d{2}年度?/gu,
  /(?<!\d)(?:19|20)?\d{2}年(?:来|以来)/gu,
  /(?<!\d)(?:19|20)\d{2}年(?:度|底|初|末)?(?:\d{1,2}[-—–~～－至到]{1,2})?(?:\d{1,2}月(?:份|底|初|末)?)?(?:\d{1,2}[日号])?(?:[-—–~～－至到]{1,2}(?:\d{1,2}月)?\d{1,2}[日号月])?/gu,
  /(?<!\d)\d{1,2}(?:[-—–~～－至到、]{1,2}\d{1,2})?月(?:\d{1,2}[日号]|份|底|初|末)?(?:[-—–~～－至到]{1,2}(?:\d{1,2}月)?\d{1,2}[日号月]份?)?/gu,
  /(?<!\d)(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}(?!\d)/gu,
  /(?<![\d.])\d{1,2}\s?[·•・．.]\s?\d{1,2}(?![\d%个万亿元])(?=\D{0,4}(?:宪法|国家|全国|禁毒|消费|国际|世界|主题|宣传|安全|日|周|”))/gu,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?=[-—~至]|$|[前后许，。])/gu,
  // Ordinals.
  /第[一二三四五六七八九十百零〇\d]{1,8}(?:[-—–~～－至到、]{1,2}第?[一二三四五六七八九十百\d]{1,4})?[^，。；、：\s]?/gu,
  /(?:(?:排名|位居|位列|名列)[全省市县区国州地]{0,4}|[列居排]全[省市县区国州])前?\d{1,3}[位名]?/gu,
  /前\d{1,3}[位名强](?![^，。；、]{0,3}为)/gu,
  // Slogans and modes of work: 1+3+N, 3+N, 7×24小时.
  /(?<![\dA-Za-z])\d{1,3}(?:\s?[+]\s?[\dNXnxＮＸ一-龥]{1,6}){1,8}/gu,
  /\d{1,3}\s?[×xX*＊✕]\s?\d{1,3}(?:小时|天)?/gu,
  /(?:国标|编号|邮编|电话|热线|微信号|QQ)[:：]?\s?\d{1,15}/gu,
];

/** Longest title in 《》 that hides its digits when its closing mark is there; what is longer has lost a mark. */
const longestTitle = 200;
/** A quotation of so many characters is a slogan or a name; a longer one is speech. */
const longestQuotation = 24;

/** For each character of a text in plain signs, whether it stands where no quantity can, and whether inside “ ”. */
export interface MaskedSpans {
  readonly hidden: Uint8Array;
  readonly quoted: Uint8Array;
}

function hideTitles(text: string, hidden: Uint8Array): void {
  let open = -1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '《' || sign === '〈') {
      if (depth === 0) open = at;
      depth++;
    } else if ((sign === '》' || sign === '〉') && depth > 0) {
      depth--;
      if (depth === 0 || sign === '》') {
        hidden.fill(1, open, at + 1);
        depth = 0;
      }
    } else if (depth > 0 && (sign === '。' || sign === '\n' || at - open > longestTitle)) depth = 0;
  }
}

function markQuotations(text: string, quoted: Uint8Array): void {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '“' || sign === '「') open = at;
    else if (sign === '。') open = -1;
    else if ((sign === '”' || sign === '」') && open >= 0) {
      if (at - open - 1 <= longestQuotation) quoted.fill(1, open, at + 1);
      open = -1;
    }
  }
}

/** Where a text in plain signs (`plainSigns`) holds no quantities: titles, numbers of documents, dates, ordinals, modes of work. */
export function maskedSpans(text: string): MaskedSpans {
  const hidden = new Uint8Array(text.length);
  const quoted = new Uint8Array(text.length);
  hideTitles(text, hidden);
  markQuotations(text, quoted);
  for (const pattern of patterns)
    for (const match of allMatches(text, pattern)) {
      const end = match.index + match[0].length;
      // A year cut out of a longer run of digits is none.
      if (digitsEnd(text, match.index) > end) continue;
      hidden.fill(1, match.index, end);
    }
  return { hidden, quoted };
}
