import { execFile, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
/** What npm runs by itself, before there is anything to run the project's own commands. */
const { preinstall = '', ...ownScripts } = scripts;
const named = Object.values(ownScripts).flatMap((line) => /^node (scripts\/\S+)$/.exec(line)?.[1] ?? []);
/** Commands of the project that npm has no name for. */
const unnamed = [
  ...['build', 'compare', 'import', 'pages', 'search'].map((part) => `scripts/bench/${part}.ts`),
  'scripts/build-simplified-characters.ts',
  'scripts/build-traditional-phrases.ts',
  'scripts/build-written-variants.ts',
];
const commands = [...named, ...unnamed];
const folder = mkdtempSync(join(tmpdir(), 'archive-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in an empty folder, where all that it might write would be seen. */
function ending(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment, ARCHIVE_OUT: 'out', ARCHIVE_CACHE: 'cache' };
    const child = execFile(process.execPath, [join(process.cwd(), command), ...args], { cwd: folder, env });
    let out = '';
    let err = '';
    child.stdout?.on('data', (text) => {
      out += text;
    });
    child.stderr?.on('data', (text) => {
      err += text;
    });
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

test('every script of npm that is the project’s own is one that is tried here', () => {
  const own = Object.entries(ownScripts).filter(([, line]) => /\bnode\b/.test(line));
  expect(own.length).toBe(named.length);
  expect(named.filter((command) => !existsSync(command))).toEqual([]);
});

test('every file of scripts/ is a command that is tried here or gives something to others', () => {
  const others = globSync('scripts/*.ts').filter((file) => !commands.includes(file.replaceAll('\\', '/')));
  expect(others.filter((file) => !/^export /m.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['22.17.1', 'darwin', 'arm64', 1],
  ['20.20.2', 'win32', 'x64', 1],
  ['20.20.2', 'linux', 'x64', 0],
  ['22.18.0', 'darwin', 'arm64', 0],
  ['24.0.0', 'win32', 'x64', 0],
])('before it installs, npm says that Node %s on %s %s is too old, or nothing', (node, platform, arch, code) => {
  const said: string[] = [];
  const program = readFileSync(preinstall.replace(/^node /, ''), 'utf8');
  const exits: number[] = [];
  const machine = { platform, arch, versions: { node }, exit: (with_: number) => exits.push(with_) };
  new Function('process', 'console', program)(machine, { error: (text: string) => said.push(text) });
  expect(exits).toEqual(code === 0 ? [] : [code]);
  expect(said.join()).toEqual(code === 0 ? '' : expect.stringMatching(new RegExp(`Node 22\\.18.*${node}`)));
});

const failing: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv])[] = [
  ['scripts/check.ts', [], { ARCHIVE_CONTENT: join(folder, 'nowhere') }],
  ['scripts/build.ts', [], { ARCHIVE_CONTENT: join(folder, 'nowhere') }],
  ['scripts/repair.ts', [], { ARCHIVE_CONTENT: join(folder, 'nowhere') }],
  ['scripts/regions.ts', ['load', join(folder, 'nowhere.csv')], {}],
  ['scripts/synth.ts', ['--reports', '3', '--out', 'out', '--text', join(folder, 'nowhere.jsonl')], {}],
];

const mistaken: readonly (readonly [string, readonly string[], number])[] = [
  ['scripts/import.ts', ['--year', 'abc', '--region', '34', 'nowhere.txt'], 3],
  ['scripts/build.ts', ['--shard', 'zz'], 1],
  ['scripts/synth.ts', ['--reports', 'x', '--out', 'out'], 1],
  ['scripts/redact.ts', ['370304/2022', '--name', '某甲', '--reason', '某甲请求'], 1],
  ['scripts/regions.ts', ['campare', 'a.csv'], 1],
];

describe.concurrent('a command', () => {
  test.for(commands)('%s tells its use and does nothing else', async (command, { expect }) => {
    const { code, out, err } = await ending(command, ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^(?:npm|node) [\s\S]*\p{Script=Han}/u);
  });

  test.for(commands)('%s names an option that it does not have', async (command, { expect }) => {
    const { code, out, err } = await ending(command, ['--no-such-option']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]*--no-such-option[^\n]*--help\n$/);
    expect(err).not.toContain('    at ');
  });

  test('that prints more than is read of it goes on without a word', async ({ expect }) => {
    const child = spawn(process.execPath, ['scripts/host-settings.ts', 'nginx'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test.for(mistaken)('%s %j says each mistake', async ([command, args, faults], { expect }) => {
    const { code, out, err } = await ending(command, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n').length).toBe(faults);
    expect(err).not.toContain('    at ');
  });

  test.for(failing)('%s %j fails with a sentence', async ([command, args, environment], { expect }) => {
    const { code, err } = await ending(command, args, environment);
    expect(code).toBe(1);
    expect(err).toMatch(/^没有这个文件[^\n]*nowhere[^\n]*\n$/);
  });
});

test('none of them has written anything', () => {
  expect(readdirSync(folder)).toEqual([]);
});
