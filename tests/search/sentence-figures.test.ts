import { expect, test } from 'vitest';
import { figuresBeside } from '../../src/search/corpus/sentence-figures.ts';

const figure = (written: string, sentence: string, anchor = 'p-1') => ({
  ...{ value: 1, to: null, unit: '件', mark: null, counted: null, period: null, planned: false, state: 'ok' },
  ...{ written, sentence, anchor },
});
const line = (phrase: string, anchor: string | null = 'p-1', nth = 0) => ({ anchor, nth, phrase });
const written = (found: ReturnType<typeof figuresBeside>) => found.map((one) => one.figure.written);

test('figures stand beside a query in their own sentence alone, each once', () => {
  const figures = [
    figure('3件', '受理行政复议3件，审结行政复议2件。'),
    figure('2件', '受理行政复议3件，审结行政复议2件。'),
    figure('9件', '办理公证9件。'),
    figure('7件', '行政复议7件。', 'p-2'),
  ];
  expect(written(figuresBeside(figures, [line('行政复议'), line('行政复议', 'p-1', 1)]))).toEqual(['3件', '2件']);
  expect(written(figuresBeside(figures, [line('行政复议', 'p-2'), line('公证')]))).toEqual(['9件', '7件']);
  expect(figuresBeside(figures, [line('行政复议', null)])).toEqual([]);
});

test('white space parts nothing, and a place that goes on past its sentence is found by a piece', () => {
  const figures = [figure('3 件', '受理 行政 复议 3 件 。'), figure('9件', '办理公证9件。')];
  expect(written(figuresBeside(figures, [line('行政复议')]))).toEqual(['3 件']);
  expect(written(figuresBeside(figures, [line('复议3件。办理公证')]))).toEqual(['3 件', '9件']);
});
