import { bodyKind } from './bodies.ts';
import { leadingStateBody } from './state-bodies.ts';

/** What follows a body that acts. */
const acts =
  '(?:党组|党委)?(?:在|坚持|始终|认真|深入|以|紧紧|全面|严格|按照|高度|积极|切实|紧扣|围绕|牢固|根据|持续|不断|法治政府)';
const behindYear = '(?:^|，|。)(?:20\\d{2}年(?:度|以来)?，?|今年以来，|一年来，)?';
const actsAtOnce = new RegExp(`^${acts}`);
const local = new RegExp(
  `${behindYear}([\\p{Script=Han}]{2,22}?(?:局|厅|委员会|委|办公室|中心|支队|镇|乡|街道|街道办事处))${acts}`,
  'u',
);

/** The body of the State that opens a paragraph as its subject (2024年，水利部坚持……); null where none does. */
function openingStateBody(paragraph: string): string | null {
  for (const lead of paragraph.matchAll(new RegExp(behindYear, 'g'))) {
    const rest = paragraph.slice(lead.index + lead[0].length);
    const body = leadingStateBody(rest);
    if (body !== null && actsAtOnce.test(rest.slice(body.length))) return body;
  }
  return null;
}

/** The body that opens the text as its subject (2024年，河东区司法局在…); null where none does. */
export function openingBody(text: readonly string[]): string | null {
  for (const paragraph of text.slice(0, 3)) {
    const head = paragraph.slice(0, 90);
    const state = openingStateBody(head);
    if (state !== null) return state;
    const found = local.exec(head);
    if (found?.[1] && bodyKind(found[1]) !== null) return found[1];
  }
  return null;
}
