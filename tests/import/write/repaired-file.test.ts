import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReportFile, reportFileText } from '../../../src/content-files/report-file.ts';
import { repairedFile } from '../../../src/import/write/repaired-file.ts';
import { sampleReport } from '../../report-sample.ts';

/** `RUNS=10000` for a long run. */
const runs = Number(process.env.RUNS ?? 120);
const longRun = { timeout: 60_000 + 100 * runs };
const file = 'reports/14/140404/2023.md';
const sound = reportFileText(sampleReport, '## 一、成效\n\n正文，一字不改。\n');

const parts = (text: string): { yaml: string; body: string } => {
  const [, yaml = '', body = ''] = /^\uFEFF?---\s*?\n([\s\S]*?)^---[ \t]*\r?\n([\s\S]*)$/m.exec(text) ?? [];
  return { yaml, body };
};
/** Every sign of a body but those that only lay it out or escape. */
const signs = (body: string): string => body.replace(/[\s\\]/g, '');
/** How often each letter and figure stands in front matter, whatever the order. */
const letters = (yaml: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of yaml.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

function expectNothingLost(before: string): 'refused' | 'repaired' {
  const { text, issues } = repairedFile(before, file);
  if (text === null) {
    expect(issues.length).toBeGreaterThan(0);
    return 'refused';
  }
  expect(issues).toEqual([]);
  expect(signs(parts(text).body)).toBe(signs(parts(before).body));
  const after = letters(parts(text).yaml);
  for (const [letter, count] of letters(parts(before).yaml))
    expect([letter, (after.get(letter) ?? 0) >= count]).toEqual([letter, true]);
  expect(readReportFile(text, file).issues).toEqual([]);
  expect(repairedFile(text, file).text).toBe(text);
  return 'repaired';
}

const piece = fc.constantFrom(
  ...[
    '正文',
    '。',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\u3000',
    '\u00a0',
    '#',
    '## ',
    '**',
    '*',
    '_',
    '|',
    '| 甲 | 乙 |',
    '| --- | --- |',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '<b>',
    '&amp;',
    '\\',
    '\\*',
    '`',
    '- ',
    '1. ',
    '>',
    '=',
    '=======',
    '<<<<<<<',
    '---',
    'https://a.b',
    '@',
    '~',
    '：',
    '\uFEFF',
  ],
);

test('a body has the same letters after a repair, whatever stands in it', longRun, () => {
  let repaired = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      if (expectNothingLost(`${sound}\n${pieces.join('')}\n`) === 'repaired') repaired++;
    }),
    { numRuns: runs },
  );
  expect(repaired).toBeGreaterThan(runs / 4);
});

const edit: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.constantFrom<(text: string) => string>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\uFEFF${text}`,
    (text) => text.replace('region: "140404"', 'region: 140404'),
    (text) => text.replace('year: 2023', 'year: "2023"'),
    (text) => text.replace('"2024-01-20"', '2024-01-20'),
    (text) => text.replace('slug: null\n', ''),
    (text) => text.replace('notes: []\n', ''),
    (text) => text.replace(/^title: (.*)$/m, "title: '$1'"),
    (text) => text.replace(/^title: (.*)$/m, 'title: >-\n  $1\n  续行'),
    (text) => text.replace(/^title: .*$/m, 'title: 2023'),
    (text) => text.replace(/^title: .*$/m, 'title: null'),
    (text) => text.replace('year: 2023', 'year: 2023 # 待核'),
    (text) => text.replace('notes: []', '# 说明\nnotes: []'),
    (text) => text.replace('slug: null', 'slug: null\nslug: party'),
    (text) => text.replace('slug: null', '<<<<<<< a\nslug: null\n=======\nslug: party\n>>>>>>> b'),
    (text) => text.replace('titleBasis: text', 'titleBasis: &a text'),
  ),
  fc
    .tuple(
      fc.nat({ max: sound.length }),
      fc.constantFrom('#', ' #', '"', "'", ':', ': ', '- ', '字', '\n', '  ', '\t', '&', '*', '!', '|', '['),
    )
    .map(
      ([at, sign]) =>
        (text: string) =>
          text.slice(0, at) + sign + text.slice(at),
    ),
);

test('front matter loses no letter in a repair, whatever was done to it', longRun, () => {
  let repaired = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      if (expectNothingLost(edits.reduce((text, change) => change(text), sound)) === 'repaired') repaired++;
    }),
    { numRuns: runs },
  );
  expect(repaired).toBeGreaterThan(runs / 10);
});

test('the five reports are what a repair makes of them', () => {
  for (const name of [
    '12/120102/2024-justice-bureau',
    '14/140404/2024',
    '14/140600/2024',
    '34/341824/2023',
    '37/370304/2022',
  ]) {
    const text = readFileSync(`content/reports/${name}.md`, 'utf8');
    expect(repairedFile(text, name)).toEqual({ text, issues: [] });
  }
});

test.for([
  ['a comment behind a value', sound.replace('虚构县2023', '虚构县 #2023'), 'report/comment', 2],
  ['a comment on a line', sound.replace('notes: []', '# 待核\nnotes: []'), 'report/comment', null],
  ['a conflict in the text', `${sound}\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b\n`, 'report/conflict-marker', null],
  ['the third side of a conflict', `${sound}\n||||||| base\n`, 'report/conflict-marker', null],
  ['an alias', sound.replace('titleBasis: text', 'titleBasis: &a text'), 'report/front-matter', 3],
  ['a value that is nothing', sound.replace(/^title: .*$/m, 'title: null'), 'report/schema', 2],
] as const)('%s is refused', ([, before, code, line]) => {
  const { text, issues } = repairedFile(before, file);
  expect(text).toBeNull();
  expect(issues.map((issue) => issue.code)).toContain(code);
  if (line !== null) expect(issues[0]?.line).toBe(line);
});
