import { type DistributionGroup, distributionGroups } from '../../../search/corpus/corpus-question.ts';
import { type NeighbourSide, neighbourSides } from '../../../search/corpus/neighbours.ts';
import { yearRange } from '../../../search/filters.ts';

/** What a result is looked at with; the first shows the places themselves. */
export const corpusTools = [
  'context',
  'neighbours',
  'collocates',
  'distribution',
  'words',
  'figures',
  'sample',
] as const;
export type CorpusTool = (typeof corpusTools)[number];

/** By what collocates are ordered; the first is the default. */
export const collocateMeasures = ['likelihood', 'dice', 'together'] as const;
export type CollocateMeasure = (typeof collocateMeasures)[number];

/** What the tools of the search page are set to. */
export interface CorpusState {
  readonly tool: CorpusTool;
  /** By which samples are drawn. */
  readonly seed: number;
  /** Places of a random sample of lines; 0 for all lines. */
  readonly sample: number;
  /** What a line must hold beside the query; empty for nothing. */
  readonly within: string;
  /** Which page of the list is shown, from 1. */
  readonly page: number;
  /** Reports whose texts the tools read; 0 for all. */
  readonly texts: number;
  readonly side: NeighbourSide;
  /** Characters of the strings next to the query. */
  readonly span: number;
  /** Characters of a collocate's window on each side. */
  readonly window: number;
  readonly measure: CollocateMeasure;
  /** A year, several years or a region whose collocates are set against the others'; empty for none. */
  readonly against: string;
  readonly by: DistributionGroup;
  /** Characters of frequent strings; 0 for two to six without pieces. */
  readonly length: number;
}

/** Whole numbers that an address may hold, with what stands for each by default. */
export const corpusNumbers = {
  seed: { from: 0, to: 999_999_999, usual: 1 },
  sample: { from: 0, to: 5000, usual: 0 },
  page: { from: 1, to: 99_999, usual: 1 },
  texts: { from: 0, to: 20_000, usual: 24 },
  span: { from: 1, to: 6, usual: 1 },
  window: { from: 2, to: 10, usual: 5 },
  length: { from: 0, to: 6, usual: 0 },
} as const;
export type CorpusNumber = keyof typeof corpusNumbers;

/** Words of an address that stand for themselves; the first is the default. */
export const corpusChoices = {
  tool: corpusTools,
  side: neighbourSides,
  measure: collocateMeasures,
  by: distributionGroups,
} as const;

/** The parameters of the tools, in the order in which an address holds them. */
export const corpusNames = [
  'tool',
  'seed',
  'sample',
  'within',
  'page',
  'texts',
  'side',
  'span',
  'window',
  'measure',
  'against',
  'by',
  'length',
] as const;

/** Reads a whole number of an address; null for anything that may not stand there. A length of one says nothing. */
export function corpusNumber(name: CorpusNumber, text: string): number | null {
  const { from, to } = corpusNumbers[name];
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return value < from || value > to || (name === 'length' && value === 1) ? null : value;
}

/** Whether a text names years or a region that can be set against the others. */
export const isAgainst = (text: string): boolean => yearRange(text) !== null || /^\d{6}$/.test(text);

/** Reads the tools' part of an address; what cannot be read is left to `unreadAddress`. */
export function corpusState(parameters: URLSearchParams): CorpusState {
  const one = <Value extends string>(name: string, allowed: readonly [Value, ...Value[]]): Value =>
    allowed.find((value) => value === parameters.get(name)) ?? allowed[0];
  const number = (name: CorpusNumber): number =>
    corpusNumber(name, parameters.get(name) ?? '') ?? corpusNumbers[name].usual;
  const against = parameters.get('against') ?? '';
  return {
    tool: one('tool', corpusTools),
    seed: number('seed'),
    sample: number('sample'),
    within: parameters.get('within')?.trim() ?? '',
    page: number('page'),
    texts: number('texts'),
    side: one('side', neighbourSides),
    span: number('span'),
    window: number('window'),
    measure: one('measure', collocateMeasures),
    against: isAgainst(against) ? against : '',
    by: one('by', distributionGroups),
    length: number('length'),
  };
}

/** The parameters that restore the tools' state; defaults are left out. */
export function corpusParameters(state: CorpusState): [name: string, value: string][] {
  const usual = corpusState(new URLSearchParams());
  return corpusNames.flatMap((name): [string, string][] =>
    state[name] === usual[name] ? [] : [[name, String(state[name])]],
  );
}
