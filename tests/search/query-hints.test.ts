import fc from 'fast-check';
import { expect, test } from 'vitest';
import { written } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { isQueryProblem, parsedQuery } from '../../src/search/query.ts';
import { queryHints } from '../../src/search/query-hints.ts';

const hinted = (query: string): (string | null)[] =>
  queryHints(query).map(({ said, instead }) => {
    expect(written(zhHans, said)).toMatch(/^.+。$/u);
    if (instead !== null) {
      expect(queryHints(instead), `${query} → ${instead}`).toEqual([]);
      expect(isQueryProblem(parsedQuery(instead)), instead).toBe(false);
    }
    return instead;
  });

test.for<[string, (string | null)[]]>([
  ['复议 OR 诉讼', ['复议 | 诉讼']],
  ['复议 || 诉讼', ['复议 | 诉讼']],
  ['复议 AND 诉讼', ['复议 诉讼']],
  ['复议 & 诉讼', ['复议 诉讼']],
  ['复议 + 诉讼', ['复议 诉讼']],
  ['复议 NOT 信访', ['复议 -信访']],
  ['复议 NEAR/5 调解', ['复议 ~5 调解']],
  ['复议 near 调解', ['复议 ~20 调解']],
  ['复议|诉讼', ['复议 | 诉讼']],
  ['复议｜诉讼｜调解 信访', ['复议 | 诉讼 | 调解 信访']],
  ['复议~20调解', ['复议 ~20 调解']],
  ['行政*议', ['“行政*议”']],
  ['行政？议', ['“行政？议”']],
  ['复议 -行政？议 甲…乙', ['复议 -“行政？议” 甲…乙', '复议 -行政？议 “甲…乙”']],
  ['/行政(复议|诉讼)/', ['“/行政(复议|诉讼)/”']],
  ['复议?', [null]],
  ['(.*)复议', ['“(.*)复议”']],
  ['(复议 | 诉讼) 调解', [null]],
  ['(复议|诉讼)调解', ['“(复议|诉讼)调解”']],
  ['复议 –信访', ['复议 -信访']],
  ['复议 —信访', ['复议 -信访']],
  ['复议 !信访', ['复议 -信访']],
  ['+复议 +诉讼', ['复议 +诉讼']],
  ['title:复议', [null]],
  ['“复议 诉讼', ['“复议 诉讼”']],
  ['"复议 诉讼', ['“复议 诉讼”']],
  ['「复议', ['“复议”']],
  ['‘复议 诉讼’', ['“复议 诉讼”']],
  ['『复议』', ['“复议”']],
  ["'复议 诉讼' 调解", ['“复议 诉讼” 调解']],
])('%s is not taken literally in silence', ([query, expected]) => {
  // What is left is a query with signs of its own.
  if (query === '+复议 +诉讼' || query.startsWith('复议 -行政'))
    expect(queryHints(query).map(({ instead }) => instead)).toEqual(expected);
  else expect(hinted(query)).toEqual(expected);
});

test.for([
  '行政复议',
  '行政复议 应诉',
  '复议 | 诉讼',
  '复议 -信访',
  '复议 ~20 调解',
  '“复议 OR 诉讼”',
  '“线上 线下”',
  '"a*b"',
  '「复议|诉讼」',
  '2021~2025',
  '2021—2025年',
  '—',
  '——',
  '怎么办？',
  '（一）加强',
  '（2021）',
  '深化“放管服”改革',
  '“放管服”改革',
  '“枫桥经验”',
  '12345',
  'OR',
  '法·治',
])('%s is as it is meant here', (query) => expect(queryHints(query)).toEqual([]));

test('whatever is typed, hints are sentences and never throw', () => {
  const piece = fc.constantFrom(...'甲乙|｜-–~～"“”‘’「」『』*?()（） +!&：5', 'OR ', ' NOT ', '\ud83d', '\u200b');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      for (const { said } of queryHints(pieces.join(''))) expect(written(zhHans, said)).toMatch(/。$/);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
