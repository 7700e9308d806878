import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { normalFrontMatter } from '../../src/content-files/front-matter.ts';
import { frontMatterText } from '../../src/content-files/front-matter-text.ts';
import { runs } from '../runs.ts';

const written = (value: unknown): string => stringify(value, { version: '1.1', lineWidth: 0, indentSeq: true });
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  // What is written without asking the library.
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^\d{6}$/),
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.stringMatching(/^https?:\/\/[a-z0-9/._?=&%:#-]{1,20}$/),
  fc.string({ unit: fc.constantFrom(...`:# -'"\\[]{}&*!|>%@,?~0189.eE+x_nulltruefalseyo年度（）\n\t`) }),
  fc.constantFrom(
    '2025-01-20',
    '0123',
    '1e3',
    '12:30',
    'Null',
    'TRUE',
    '是',
    '索引号: ',
    'https://example.org/a#b',
    '=',
    '<<',
  ),
);
const leaf = fc.oneof(
  text,
  fc.integer({ min: -100000, max: 100000 }),
  fc.constant(null),
  fc.boolean(),
  fc.constant([]),
);
const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
const record = fc.dictionary(
  key,
  fc.oneof(leaf, fc.array(leaf), fc.array(fc.dictionary(key, leaf)), fc.dictionary(key, leaf)),
  {
    minKeys: 1,
    noNullPrototype: true,
  },
);

test('what the archive writes is written and read as the YAML library does', () => {
  let fast = 0;
  fc.assert(
    fc.property(
      record.map((shared): object => JSON.parse(JSON.stringify(shared))),
      (value) => {
        const yaml = written(value);
        expect(frontMatterText(value)).toBe(yaml);
        if (normalFrontMatter(yaml)) fast++;
        expect(normalFrontMatter(yaml)?.data ?? parse(yaml)).toEqual(parse(yaml));
      },
    ),
    { numRuns: runs(500) },
  );
  expect(fast).toBeGreaterThan(100);
});

test.each(['e0', 'e12', 'E3', 'y', 'no', 'on', 'null', 'yes', 'e', 'e1x', 'ee1'])('the key %s too', (key) => {
  for (const value of [{ [key]: [] }, { sources: [{ [key]: key }] }])
    expect(frontMatterText(value)).toBe(written(value));
});

test('whatever stands there is read as the YAML library reads it, or left to it', () => {
  const line = fc.tuple(
    fc.constantFrom('', '  ', '    ', '- ', '  - ', '   '),
    fc.constantFrom('', 'a:', 'b: ', 'a: ', '- ', '# ', 'null: '),
    fc.oneof(
      text,
      fc.constantFrom(
        '',
        '1',
        '"x"',
        "'y'",
        "'y''z'",
        '"a\\u0041"',
        '[]',
        '{}',
        '[1]',
        '|',
        '>-',
        'no',
        '1_000',
        '0x1f',
      ),
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const yaml = `${lines.map((parts) => parts.join('')).join('\n')}\n`;
      const read = normalFrontMatter(yaml);
      if (read) expect(read.data).toEqual(parse(yaml));
    }),
    { numRuns: runs(4000) },
  );
});

test('every report in content/ is in the form that is read fast, with the lines of its fields', () => {
  const files = globSync('content/reports/*/*/*.md');
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const yaml = readFileSync(file, 'utf8').split('---\n')[1] ?? '';
    const read = normalFrontMatter(yaml);
    expect(read?.data).toEqual(parse(yaml));
    const line = read?.lines.get('sources.0.sha256') ?? 0;
    expect(yaml.split('\n')[line - 1]).toContain('sha256:');
  }
});
