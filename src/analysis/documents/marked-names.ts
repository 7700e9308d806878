/** A name in title marks, as it stands in a paragraph. Offsets are UTF-16 units of the paragraph, marks included. */
export interface MarkedName {
  /** Without the outer marks. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Named within another name: 《关于印发〈甲〉的通知》. */
  readonly isInside: boolean;
  /** Whether its marks do not pair; the name then ends at the first 》 or stop. */
  readonly isOpen: boolean;
}

/** No name is longer; a mark that is not closed within is not closed at all. */
const longest = 160;
/** Names hardly stand deeper within each other. */
const deepest = 3;

const innerOpens = '〈<＜';
const innerCloses = '〉>＞';
/** What ends a sentence ends an open name, and so does what ends a clause. */
const sentenceStops = '。！？\n';
const clauseStops = '，；、,;：:';

/** Where the mark that opens at `at` closes; -1 where it does not. */
function closing(text: string, at: number): number {
  const last = Math.min(text.length, at + longest);
  let depth = 1;
  for (let end = at + 1; end < last; end++) {
    const sign = text.charAt(end);
    if (sign === '《' && ++depth > deepest) return -1;
    if (sign === '》' && --depth === 0) return end;
    if (sentenceStops.includes(sign)) return -1;
  }
  return -1;
}

/** How many inner marks of a name are left open. */
function leftOpen(name: string): number {
  let open = 0;
  for (const sign of name) {
    if (innerOpens.includes(sign)) open++;
    if (innerCloses.includes(sign) && open > 0) open--;
  }
  return open;
}

/** 《贯彻〈甲》的通知》: an inner mark that the outer sign closed; where the outer one then closes, or `end` itself. */
function closingBehind(text: string, at: number, end: number): number {
  if (leftOpen(text.slice(at + 1, end)) === 0) return end;
  for (let next = end + 1; next < Math.min(text.length, end + 40); next++) {
    const sign = text.charAt(next);
    if (sign === '》') return next;
    if (sign === '《' || sentenceStops.includes(sign) || clauseStops.includes(sign)) break;
  }
  return end;
}

/** Where a name ends whose mark is not closed: at the first sign that ends a name or a clause; -1 where another begins first. */
function openEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + longest);
  for (let end = at + 1; end < last; end++) {
    const sign = text.charAt(end);
    if (sign === '《') return -1;
    if (sign === '》' || innerCloses.includes(sign) || sentenceStops.includes(sign) || clauseStops.includes(sign))
      return end;
  }
  return last;
}

/** Names within a name whose text begins at `from`. */
function innerNames(name: string, from: number): MarkedName[] {
  const found: MarkedName[] = [];
  for (let at = 0; at < name.length; at++) {
    if (!innerOpens.includes(name.charAt(at)) && name.charAt(at) !== '《') continue;
    let end = at + 1;
    while (end < name.length && !`${innerCloses}》`.includes(name.charAt(end)) && !'《〈'.includes(name.charAt(end)))
      end++;
    const isClosed = `${innerCloses}》`.includes(name.charAt(end)) && end < name.length;
    const inner = name.slice(at + 1, end).trim();
    if (inner !== '')
      found.push({
        name: inner,
        start: from + at,
        end: from + (isClosed ? end + 1 : end),
        isInside: true,
        isOpen: !isClosed,
      });
    at = isClosed ? end : end - 1;
  }
  return found;
}

/**
 * The names in title marks of a paragraph, in order, each followed by those within it. 《甲《乙》的通知》 is read as if
 * the inner marks were 〈〉. Linear in the paragraph's length.
 */
export function markedNames(text: string): MarkedName[] {
  const found: MarkedName[] = [];
  let isLeftOpen = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '〈') {
      const end = openEnd(text, at);
      if (end > at && text.charAt(end) === '〉')
        found.push({ name: text.slice(at + 1, end).trim(), start: at, end: end + 1, isInside: false, isOpen: false });
      continue;
    }
    if (sign !== '《') continue;
    const closed = closing(text, at);
    const end = closed < 0 ? openEnd(text, at) : closingBehind(text, at, closed);
    if (end < 0) {
      // 《关于印发《甲》的通知 without its end: what the outer name is nobody can tell, the inner one stands there.
      isLeftOpen = true;
      continue;
    }
    const name = text.slice(at + 1, end);
    const isOpen = closed < 0 || isLeftOpen || leftOpen(name) > 0;
    const isMark = end < text.length && `》${innerCloses}`.includes(text.charAt(end));
    if (name.trim() !== '')
      found.push(
        { name: name.trim(), start: at, end: isMark ? end + 1 : end, isInside: false, isOpen },
        ...innerNames(name, at + 1),
      );
    isLeftOpen = false;
    at = isMark ? end : end - 1;
  }
  return found;
}
