import { describe, expect, test } from 'vitest';
import { alikeTexts, sketchLikeness, textSketch } from '../../src/desk/drafts/text-sketch.ts';
import { sampleText } from './desk-sample.ts';

describe('the sketch of a text', () => {
  const text = sampleText({ title: '绩溪县2023年度法治政府建设工作情况报告', seed: 1 });

  test('is the same for the same letters, however they are set', () => {
    expect(textSketch(text.replaceAll('\n', '\n\n').replaceAll('，', ' ，'))).toEqual(textSketch(text));
    expect(sketchLikeness(textSketch(text), textSketch(text))).toBe(1);
  });

  test('is much the same for nearly the same text, and another one for another', () => {
    const sketches = new Map([
      ['own', textSketch(text)],
      ['mended', textSketch(text.replace('规范行政执法', '规范行政执法工作').replace('薄弱', '较弱'))],
      ['other', textSketch(sampleText({ title: '歙县2022年度法治政府建设工作报告', seed: 99 }))],
      ['short', textSketch('短')],
    ]);
    expect(alikeTexts(sketches)).toEqual(
      new Map([
        ['own', ['mended']],
        ['mended', ['own']],
      ]),
    );
    expect(sketches.get('short')).toEqual([]);
    expect(sketchLikeness([], [])).toBe(0);
  });
});
