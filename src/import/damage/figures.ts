import { lostPercents } from '../../analysis/figures/lost-percent.ts';
import type { RatioProof } from '../../analysis/figures/ratio-proof.ts';
import { type Damage, damageCodes } from '../lines/damage-codes.ts';

const proofText = ({ percent, numerator, denominator, ofSum, isCut }: RatioProof): string => {
  const sum = ofSum ? `（${numerator}+${denominator}）` : String(denominator);
  const value = ((numerator / (ofSum ? numerator + denominator : denominator)) * 100).toFixed(3);
  const manner = value.replace(/\.?0+$/, '') === percent ? '' : isCut ? '，截取而非四舍五入' : '，四舍五入';
  return `同句数字可证：${numerator}/${sum}=${value}%${manner}`;
};

/** Places that are told in one line: what has more is no text, and each costs a note. */
const mostInLine = 100;

/** Rates that lost their percent sign, with the reading that figures of the same sentence prove. */
export function ratesWithoutPercent(text: string, index: number): Damage[] {
  return lostPercents(text).map(({ text: whole, start, digitsStart, digits, unit, proof, rest }) => {
    const reason = damageCodes['damage/percent-lost'];
    const code = 'damage/percent-lost' as const;
    if (unit === '')
      return {
        code,
        index,
        offset: start,
        quote: whole,
        reading: proof ? `${whole.slice(0, -digits.length)}${proof.percent}%` : null,
        reason: proof ? `${reason}。${proofText(proof)}。` : `${reason}；文中没有可以核算的数字，不作推定。`,
      };
    return {
      code,
      index,
      offset: digitsStart,
      quote: `${digits}${unit}`,
      reading: proof ? `${proof.percent}% ${rest}${unit}` : null,
      reason: proof
        ? `百分号、小数点和其后的标点已失，比率与下一个数字连成一串。${proofText(proof)}；余下为 ${rest}${unit}，其间原来的标点无从断定。`
        : `${reason}，比率疑与下一个数字连成一串；文中没有可以核算的数字，不作推定。`,
    };
  });
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
