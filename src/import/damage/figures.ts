import { type RatioProof, ratioProof } from '../../analysis/figures/ratio-proof.ts';
import { type Damage, damageCodes } from '../lines/damage-codes.ts';

/** A rate that ends without %: 化解率99。 完成率14327， 减负率达到5423777项. Years and ratios (率5:1) are none. */
const bareRate =
  /\p{Script=Han}{0,3}(?:率|比例|占比|满意度)(?:均|都|已|仅|高)?(?:达到了|达到|达至|保持在|保持|提高到|提升至|提升到|高达|达|为|是)?(?:了)?(\d+)(?![\d.:：%％‰年]|\s*[%％‰]|个?百分|余?(?:个|成|倍|月|日))([件项人个次起条家份名宗]?)/gu;

const proofText = ({ percent, numerator, denominator, ofSum, isCut }: RatioProof): string => {
  const sum = ofSum ? `（${numerator}+${denominator}）` : String(denominator);
  const value = ((numerator / (ofSum ? numerator + denominator : denominator)) * 100).toFixed(3);
  const manner = value.replace(/\.?0+$/, '') === percent ? '' : isCut ? '，截取而非四舍五入' : '，四舍五入';
  return `同句数字可证：${numerator}/${sum}=${value}%${manner}`;
};

/** Letters of a sentence that are looked at for proofs, figures of a number, and rates that are told in one line. */
const longestSentence = 1_000;
const longestNumber = 15;
const mostInLine = 100;

/** The sentence (between 。 and ；) around an offset, up to it. */
function before(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - longestSentence), offset);
  return near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf('；')) + 1);
}

/** Rates that lost their percent sign, with the reading that figures of the same sentence prove. */
export function ratesWithoutPercent(text: string, index: number): Damage[] {
  const found: Damage[] = [];
  for (const match of text.matchAll(bareRate)) {
    const [whole, digits = '', unit = ''] = match;
    if (found.length >= mostInLine) break;
    if (digits.length > longestNumber) continue;
    const offset = match.index + whole.length - digits.length - unit.length;
    const sentence = before(text, offset);
    const reason = damageCodes['damage/percent-lost'];
    if (unit === '') {
      const proof = ratioProof(digits, sentence);
      found.push({
        code: 'damage/percent-lost',
        index,
        offset: match.index,
        quote: whole,
        reading: proof ? `${whole.slice(0, -digits.length)}${proof.percent}%` : null,
        reason: proof ? `${reason}。${proofText(proof)}。` : `${reason}；文中没有可以核算的数字，不作推定。`,
      });
      continue;
    }
    // A rate and a count run together: every way of parting the digits is tried, only one may be proved.
    const parts = [...digits].slice(3, -1).flatMap((_, step) => {
      const proof = ratioProof(digits.slice(0, step + 4), sentence);
      return proof ? [{ proof, rest: digits.slice(step + 4) }] : [];
    });
    const [only] = parts;
    const isProved = parts.length === 1 && only !== undefined;
    if (!isProved && digits.length < 5) continue;
    found.push({
      code: 'damage/percent-lost',
      index,
      offset,
      quote: `${digits}${unit}`,
      reading: isProved ? `${only.proof.percent}% ${only.rest}${unit}` : null,
      reason: isProved
        ? `百分号、小数点和其后的标点已失，比率与下一个数字连成一串。${proofText(only.proof)}；余下为 ${only.rest}${unit}，其间原来的标点无从断定。`
        : `${reason}，比率疑与下一个数字连成一串；文中没有可以核算的数字，不作推定。`,
    });
  }
  return found;
}

/** Sums of 万元 without decimals that should be written in 亿元, in a text that has lost all its points. */
export function amountsWithoutPoint(text: string, index: number, textHasPoints: boolean): Damage[] {
  if (textHasPoints) return [];
  return [...text.matchAll(/(?<![\d.])\d{5,}(?:余|多)?万元/g)].slice(0, mostInLine).map((match) => ({
    code: 'damage/point-lost',
    index,
    offset: match.index,
    quote: match[0],
    reading: null,
    reason: `${damageCodes['damage/point-lost']}：全文没有一个小数点和百分号，而这一金额异常之大；原数无从证明，不作推定。`,
  }));
}

/** Rates that cannot pass 100% and do. */
export function impossibleRates(text: string, index: number): Damage[] {
  const rate =
    /(?:合格率|办结率|覆盖率|满意率|满意度|出庭(?:应诉)?率|化解率|成功率|败诉率|胜诉率|公开率|知晓率|答复率|办复率|审查率|通过率|参考率|持证率)[^\d，。；]{0,6}(\d+(?:\.\d+)?)[%％]/g;
  return [...text.matchAll(rate)].slice(0, mostInLine).flatMap((match): Damage[] =>
    Number(match[1]) > 100
      ? [
          {
            code: 'damage/rate-impossible',
            index,
            offset: match.index,
            quote: match[0],
            reading: null,
            reason: `${damageCodes['damage/rate-impossible']}，疑小数点已失。`,
          },
        ]
      : [],
  );
}
