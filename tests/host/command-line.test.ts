import { expect, expectTypeOf, test } from 'vitest';
import { type Command, commandLineReading } from '../../src/host/command-line.ts';

const options = {
  out: { type: 'string', default: '' },
  year: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const command: Command<typeof options> = {
  usage: '用法',
  options,
  needs: ['out'],
  positionals: { wanted: '一个文件', least: 1, most: 1 },
  faults: ({ values: { year } }) => (year === undefined || /^\d{4}$/.test(year) ? [] : [`年度应是四位，现为“${year}”`]),
};

const reading = (...args: string[]) => commandLineReading({ ...command, args });

test('what is given comes typed by the options', () => {
  const read = reading('--out', 'a', 'file', '--json', '--year=2023');
  expect(read).toMatchObject({ given: { values: { out: 'a', json: true, year: '2023' }, positionals: ['file'] } });
  if ('given' in read) {
    expectTypeOf(read.given.values.out).toEqualTypeOf<string>();
    expectTypeOf(read.given.values.json).toEqualTypeOf<boolean>();
    expectTypeOf(read.given.values.year).toEqualTypeOf<string | undefined>();
  }
});

test('defaults stand where nothing is given, and all after -- is no option', () => {
  expect(reading('--out', 'a', '--', '--json')).toMatchObject({
    given: { values: { out: 'a', json: false }, positionals: ['--json'] },
  });
});

test.for([['--help'], ['-h'], ['--nonsense', '-h'], ['--year', 'abc', '--help']])(
  '%s is answered with the usage, whatever else stands there',
  (args) => {
    expect(reading(...args)).toEqual({ usage: '用法' });
  },
);

test('an option that there is not is named with those that there are', () => {
  expect(reading('--jsno', 'file')).toEqual({ faults: ['没有 --jsno 这个选项，可用的是 --out、--year、--json'] });
  expect(reading('--constructor')).toMatchObject({ faults: [expect.stringContaining('--constructor')] });
  expect(commandLineReading({ usage: '', options: {}, args: ['-x'] })).toEqual({
    faults: ['没有 -x 这个选项，这个命令没有选项'],
  });
});

test('a value that is missing, empty, or another option is told apart from one that is given', () => {
  expect(reading('file', '--out')).toEqual({ faults: ['--out 后面缺少它的值'] });
  expect(reading('file', '--out=')).toEqual({ faults: ['--out 后面缺少它的值'] });
  expect(reading('file', '--out', '--json')).toMatchObject({ faults: [expect.stringContaining('现为“--json”')] });
  expect(reading('file', '--out=-a')).toMatchObject({ given: { values: { out: '-a' } } });
  expect(reading('file', '--out', 'a', '--json=yes')).toEqual({ faults: ['--json 不带值，现为“yes”'] });
});

test('too many and too few of what is no option', () => {
  expect(reading('--out', 'a', 'file', 'other')).toEqual({ faults: ['多了“other”：只要一个文件'] });
  expect(reading('--out', 'a')).toEqual({ faults: ['缺少一个文件'] });
  expect(commandLineReading({ usage: '', options: {}, args: ['34'] })).toEqual({
    faults: ['不需要“34”：这个命令只有选项，经 npm run 调用时写在 -- 之后'],
  });
});

test('everything that is wrong is said at once, but nothing is called missing that may have been misspelt', () => {
  expect(reading('--uot', '--year', 'abc', 'a', 'b')).toEqual({
    faults: ['没有 --uot 这个选项，可用的是 --out、--year、--json', '多了“b”：只要一个文件', '年度应是四位，现为“abc”'],
  });
  expect(reading('--year', 'abc')).toEqual({ faults: ['缺少 --out', '缺少一个文件', '年度应是四位，现为“abc”'] });
});
