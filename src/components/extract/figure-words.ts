import type { FigureState } from '../../analysis/figures/figure.ts';
import type { FigureCheck } from '../../analysis/figures/figure-checks.ts';
import type { FigureKind } from '../../analysis/figures/units.ts';
import { type MessageKey, type Saying, saying } from '../../i18n/saying.ts';

/** What each kind of figure is called. */
export const figureKindKeys = {
  count: 'figureCountKind',
  money: 'figureMoneyKind',
  rate: 'figureRateKind',
  change: 'figureChangeKind',
  points: 'figurePointsKind',
  ratio: 'figureRatioKind',
  fraction: 'figureFractionKind',
  duration: 'figureDurationKind',
  measure: 'figureMeasureKind',
} as const satisfies Record<FigureKind, MessageKey>;

/** What is to be said beside a figure that is not to be taken as it stands; null where it is. */
export const figureStateKeys = {
  ok: null,
  quoted: 'figureQuoted',
  doubtful: 'figureDoubtful',
  ambiguous: 'figureAmbiguous',
} as const satisfies Record<FigureState, MessageKey | null>;

/** What the figures beside one say of it. */
export function checkSaying({ state, working, reading }: FigureCheck): Saying {
  if (state === 'agrees') return saying('checkAgrees', { text: working });
  if (state === 'agrees-cut') return saying('checkAgreesCut', { text: working });
  if (state === 'differs') return saying('checkDiffers', { text: working });
  return saying('checkProved', { text: working, phrase: reading ?? '' });
}
