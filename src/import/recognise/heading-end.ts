/** Longest heading that a full stop may close, in characters behind its number; longer ones are sentences. */
const longestHeading = 45;
/** A first sentence that long may hide a lost stop when a new sentence visibly begins in it. */
const suspicious = 26;

const sentenceMarks = /[。；！？]/;

/** What a sentence after a heading begins with, whatever stood before: who acts, or a set opening. */
const openers =
  /(?:我[省市县区州旗局镇乡街]|[省市县区州旗][委]、|(?:紧紧|紧密)围绕|深入贯彻|认真贯彻|全面贯彻|深入学习|20\d{2}年|今年|坚持以|始终坚持|高度重视|按照|根据)/gu;
/** A noun that closes headings, and a verb that opens sentences, with nothing between them. */
const seam =
  /(?:环境|服务|体系|工作|机制|建设|水平|能力|责任|作用|管理|监督|队伍|改革|制度|职责|纠纷|执法|决策|推进|提升|落实)(?=利用|优化|依托|通过|印发|制定|组织|出台|建立健全|健全完善|严格落实|扎实开展|积极开展|深入开展|持续开展|聚焦|围绕|将)/gu;

/** Where a run-in heading ends: offset behind its last letter (its closing 。 not counted), and whether that is sure. */
export type HeadingEnd =
  | { readonly kind: 'whole'; readonly end: number }
  | { readonly kind: 'run-in'; readonly end: number }
  | { readonly kind: 'stop-lost'; readonly end: number }
  | { readonly kind: 'none' };

/** The first 。 outside quotes and brackets; -1 where there is none. */
function firstStop(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('“《（〈‘'.includes(character)) depth++;
    else if ('”》）〉’'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) return at;
  }
  return text.indexOf('。');
}

/** Where a sentence visibly begins inside a text, all places; only before its first comma. */
function visibleSeams(text: string): number[] {
  const comma = text.search(/[，；。]/);
  const reach = comma < 0 ? text : text.slice(0, comma + 1);
  const found = new Set<number>();
  for (const match of reach.matchAll(openers)) if (match.index >= 4) found.add(match.index);
  for (const match of reach.matchAll(seam)) if (match.index >= 2) found.add(match.index + match[0].length);
  // “市委、市政府” also holds “委、”; the earliest of overlapping openers counts.
  return [...found].sort((a, b) => a - b);
}

/**
 * Where the heading ends in a cleaned line that begins with a number `markerLength` long. `isExpected`: its siblings
 * are headings, so this is one too, even where the stop that closed it is lost.
 */
export function headingEnd(line: string, markerLength: number, isExpected: boolean): HeadingEnd {
  const text = line.slice(markerLength);
  const stop = firstStop(text);
  const head = stop < 0 ? text : text.slice(0, stop);
  const follows = stop >= 0 && text.slice(stop + 1).trim() !== '';
  const isClean = !sentenceMarks.test(head);
  const seams = head.length > suspicious ? visibleSeams(text) : [];
  const isLost =
    isExpected &&
    head.length > suspicious &&
    seams.length === 1 &&
    (head.length > longestHeading || opensSentence(text, seams[0] ?? 0));
  if (isLost) return { kind: 'stop-lost', end: markerLength + (seams[0] ?? 0) };
  if (isClean && head.length <= longestHeading && head.length > 0 && !/\d+[件人次场条项个份起]/.test(head)) {
    if (follows) return { kind: 'run-in', end: markerLength + stop };
    return { kind: 'whole', end: markerLength + head.length };
  }
  if (isClean && !follows && stop < 0 && head.length <= 70 && !/[：:]$/.test(head))
    return { kind: 'whole', end: line.length };
  return isExpected && follows ? { kind: 'stop-lost', end: markerLength } : { kind: 'none' };
}

/** Whether what begins at a seam names who acts (我区, 市委、), which no heading goes on with. */
const opensSentence = (text: string, at: number): boolean =>
  /^(?:我[省市县区州旗局镇乡街]|[省市县区州旗]委、|紧紧围绕|20\d{2}年|今年)/.test(text.slice(at));
