import { allMatches } from '../text/all-matches.ts';
import { type RatioProof, ratioProof } from './ratio-proof.ts';

/** A rate that ends without %: 化解率99。 完成率14327， 减负率达到5423777项. Years and ratios (率5:1) are none. */
const bareRate =
  /\p{Script=Han}{0,3}(?:率|比例|占比|满意度)(?:均|都|已|仅|高)?(?:达到了|达到|达至|保持在|保持|提高到|提升至|提升到|高达|达|为|是)?(?:了)?(\d+)(?![\d.:：%％‰年]|\s*[%％‰]|个?百分|余?(?:个|成|倍|月|日))([件项人个次起条家份名宗]?)/gu;

/** One of its words, without which no letter of a text need be tried. */
const rateWord = /率|比例|占比|满意度/;

/** Letters of a sentence that are looked at for proofs, figures of a number, and rates that are told in one line. */
const longestSentence = 1_000;
const longestNumber = 15;
const mostInLine = 100;

/** A rate whose percent sign, and perhaps its point, is lost. Offsets are UTF-16 units of the text. */
export interface LostPercent {
  /** The rate's words and digits, and a unit that has run into them. */
  readonly text: string;
  readonly start: number;
  /** Where the digits begin. */
  readonly digitsStart: number;
  readonly digits: string;
  /** The unit after the digits, of a count that has run together with the rate; else empty. */
  readonly unit: string;
  /** What figures before it in its sentence prove; null where nothing, or more than one reading. */
  readonly proof: RatioProof | null;
  /** The digits of the count behind the rate, where both are proved apart; else empty. */
  readonly rest: string;
}

/** The sentence (between 。 and ；) around an offset, up to it. */
function before(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - longestSentence), offset);
  return near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf('；')) + 1);
}

/**
 * Rates of a text that lost their percent sign, in order, at most a hundred. Digits with a unit are told only where the
 * parting is proved, or where no count has so many digits (five and more).
 */
export function lostPercents(text: string): LostPercent[] {
  const found: LostPercent[] = [];
  if (!rateWord.test(text)) return found;
  for (const match of allMatches(text, bareRate)) {
    const [whole, digits = '', unit = ''] = match;
    if (found.length >= mostInLine) break;
    if (digits.length > longestNumber) continue;
    const digitsStart = match.index + whole.length - digits.length - unit.length;
    const sentence = before(text, digitsStart);
    const place = { text: whole, start: match.index, digitsStart, digits, unit };
    if (unit === '') {
      found.push({ ...place, proof: ratioProof(digits, sentence), rest: '' });
      continue;
    }
    // A rate and a count run together: every way of parting the digits is tried, only one may be proved.
    const parts = [...digits].slice(3, -1).flatMap((_, step) => {
      const proof = ratioProof(digits.slice(0, step + 4), sentence);
      return proof ? [{ proof, rest: digits.slice(step + 4) }] : [];
    });
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) found.push({ ...place, ...only });
    else if (digits.length >= 5) found.push({ ...place, proof: null, rest: '' });
  }
  return found;
}
