import { folded } from '../../text/fold.ts';

/** Letters of a piece; long enough that set phrases alone make no likeness. */
const pieceLength = 12;
/** From this share of common pieces on, two texts are the same report. */
export const sameText = 0.8;

function pieces(text: string): Set<string> {
  const plain = folded(text.replace(/[#*|\\]/g, ''));
  const found = new Set<string>();
  for (let at = 0; at + pieceLength <= plain.length; at += 3) found.add(plain.slice(at, at + pieceLength));
  return found;
}

/** All pieces of a text, at every offset: what another text's pieces are looked up in. */
function allPieces(text: string): Set<string> {
  const plain = folded(text.replace(/[#*|\\]/g, ''));
  const found = new Set<string>();
  for (let at = 0; at + pieceLength <= plain.length; at++) found.add(plain.slice(at, at + pieceLength));
  return found;
}

/** Share of one text's pieces that the other holds too, of the shorter one: 0 nothing in common, 1 the same letters. */
export function textLikeness(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const wanted = pieces(shorter);
  if (wanted.size === 0) return 0;
  const held = allPieces(longer);
  let common = 0;
  for (const piece of wanted) if (held.has(piece)) common++;
  // A text that is only a part of a much longer one is not the same report.
  return (common / wanted.size) * Math.min(1, (2 * shorter.length) / Math.max(1, longer.length));
}
