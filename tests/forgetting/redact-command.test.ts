import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs the command as a pipe would; it must end before it looks at any content. */
const redact = (input: string | Uint8Array, ...args: string[]): { status: number | null; out: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/redact.ts', '370304/2099', ...args], {
    encoding: 'utf8',
    input,
  });
  return { status, out: `${stdout}${stderr}` };
};

test.for([
  ['one letter is no name', '王\n', ['--reason', '应本人请求'], '至少两个字'],
  ['the reason, which readers see, names nobody', '王玲\n', ['--reason', '王 玲请求', '--name', '-'], '换一种说法'],
  ['other encodings are refused', Uint8Array.from([0xcd, 0xf5, 0xc1, 0xe1]), ['--reason', '应本人请求'], 'UTF-8'],
  ['a name on the command line is refused', '', ['--reason', '应本人请求', '--name', '王玲'], '不能写在 --name 之后'],
] as const)('%s', ([, input, args, sentence]) => {
  const { status, out } = redact(input, ...args);
  expect(status).toBeGreaterThan(0);
  expect(out).toContain(sentence);
  expect(out).not.toMatch(/王玲| {4}at /);
});
