/** A percentage that two figures of the same sentence give, and how: rounded or cut at the digits that stand. */
export interface RatioProof {
  readonly percent: string;
  readonly numerator: number;
  readonly denominator: number;
  /** The denominator is the sum of both figures. */
  readonly ofSum: boolean;
  readonly isCut: boolean;
}

/** Figures of a sentence that are set against one another, the last before the rate. */
const mostFigures = 40;
const figure = /(?<![\d.])\d+(?:\.\d+)?(?![\d.]*%)/g;

/** Whether a value, written with so many decimals, is the ratio rounded or cut; null where neither. Both in per cent. */
export function agreement(ratio: number, written: number, decimals: number): 'rounded' | 'cut' | null {
  const unit = 10 ** decimals;
  const wanted = Math.round(written * unit);
  if (Math.round(ratio * unit) === wanted) return 'rounded';
  return Math.floor(ratio * unit + 1e-9) === wanted ? 'cut' : null;
}

/** Percentages that digits without point can have been: 99 → 99; 5423 → 54.23, 5.423 is none; 14327 → 143.27. */
function readingsOf(digits: string): { percent: string; decimals: number }[] {
  const readings = [{ percent: digits, decimals: 0 }];
  for (const decimals of [1, 2]) {
    const whole = digits.slice(0, -decimals);
    if (whole.length >= 1 && whole.length <= 3 && !(whole.length > 1 && whole.startsWith('0'))) {
      readings.push({ percent: `${whole}.${digits.slice(-decimals)}`, decimals });
    }
  }
  return readings.filter(({ percent }) => Number(percent) <= 1000);
}

/**
 * Proves what percentage stood where only `digits` are left, from the figures of the sentence before them. Four digits
 * or more may agree with any ratio a/b or a/(a+b) of two figures; fewer would agree by chance, so they must be the
 * ratio of the two figures right before. Null where nothing, or more than one reading, is proved.
 */
export function ratioProof(digits: string, before: string): RatioProof | null {
  const figures = [...before.matchAll(figure)].map(([text]) => Number(text)).filter((value) => value > 0);
  const proofs: RatioProof[] = [];
  const usable = figures.slice(digits.length >= 4 ? -mostFigures : -2);
  for (const { percent, decimals } of readingsOf(digits)) {
    for (const [at, a] of usable.entries()) {
      for (const [other, b] of usable.entries()) {
        if (at === other) continue;
        for (const ofSum of digits.length >= 4 ? [false, true] : [false]) {
          if (digits.length < 4 && a > b) continue;
          const ratio = (a / (ofSum ? a + b : b)) * 100;
          const agreed = agreement(ratio, Number(percent), decimals);
          if (agreed) proofs.push({ percent, numerator: a, denominator: b, ofSum, isCut: agreed === 'cut' });
        }
      }
    }
  }
  const percents = new Set(proofs.map(({ percent }) => percent));
  return percents.size === 1 ? (proofs[0] ?? null) : null;
}
