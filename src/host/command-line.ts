import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { failureSentence } from './expected-failure.ts';
import { settingFaults } from './settings.ts';

/** What a command takes besides options. */
interface Positionals {
  /** What they are, in Chinese. */
  readonly wanted: string;
  readonly least: number;
  readonly most: number;
}

/** What was given to a command, typed by its options. */
export type Given<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>;

/** A command as its users see it. */
export interface Command<Options extends ParseArgsOptionsConfig> {
  /** All of what `--help` prints, in Chinese; its first line is the way to call it. */
  readonly usage: string;
  /** As `parseArgs` has them; `--help` and `-h` need not be named. */
  readonly options: Options;
  /** Options that must be given, not empty; a `default: ''` makes them strings for the command. */
  readonly needs?: readonly (keyof Options & string)[];
  /** None are taken where this is missing. */
  readonly positionals?: Positionals;
  /** What is wrong with the values that are there, a sentence in Chinese each, without its full stop. */
  readonly faults?: (given: Given<Options>) => readonly string[];
  /** What the command was called with; the process's own where this is missing. */
  readonly args?: readonly string[];
}

/** What a command line came to: what is given, the usage that was asked for, or all that is wrong with it. */
export type CommandLineReading<Options extends ParseArgsOptionsConfig> =
  | { readonly given: Given<Options> }
  | { readonly usage: string }
  | { readonly faults: readonly string[] };

const help = { type: 'boolean', short: 'h' } as const;

/** Options that there are, for a sentence about one that there is not. */
function offered(options: ParseArgsOptionsConfig): string {
  const names = Object.keys(options);
  return names.length === 0 ? '这个命令没有选项' : `可用的是 ${names.map((name) => `--${name}`).join('、')}`;
}

/** Reads a command's arguments and finds everything that is wrong with them; touches nothing else. */
export function commandLineReading<const Options extends ParseArgsOptionsConfig>({
  usage,
  options,
  needs = [],
  positionals: { wanted, least, most } = { wanted: '', least: 0, most: 0 },
  faults: valueFaults = () => [],
  args = process.argv.slice(2),
}: Command<Options>): CommandLineReading<Options> {
  const known: ParseArgsOptionsConfig = { ...options, help };
  const { tokens } = parseArgs({ args, options: known, strict: false, allowPositionals: true, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { usage };
  const faults: string[] = [];
  // Where they stand, so that the rest can still be looked at.
  const wrong = new Set<number>();
  let positionals = 0;
  for (const token of tokens) {
    let fault: string | null = null;
    if (token.kind === 'option') {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      const { rawName, value, inlineValue } = token;
      if (option === undefined) fault = `没有 ${rawName} 这个选项，${offered(options)}`;
      else if (option.type === 'boolean' && value !== undefined) fault = `${rawName} 不带值，现为“${value}”`;
      else if (option.type === 'string' && (value === undefined || value === '')) fault = `${rawName} 后面缺少它的值`;
      else if (option.type === 'string' && !inlineValue && value !== '-' && value?.startsWith('-'))
        fault = `${rawName} 后面应是它的值，现为“${value}”（值确以 - 开头时写作 ${rawName}=${value}）`;
      if (fault !== null && option?.type === 'string' && value !== undefined && !inlineValue)
        wrong.add(token.index + 1);
    } else if (token.kind === 'positional' && ++positionals > most)
      fault =
        most === 0
          ? `不需要“${token.value}”：这个命令只有选项，经 npm run 调用时写在 -- 之后`
          : `多了“${token.value}”：只要${wanted}`;
    if (fault === null) continue;
    faults.push(fault);
    wrong.add(token.index);
  }
  // What seems to be missing may be what was not understood.
  if (faults.length === 0) {
    const there = new Set(tokens.map((token) => (token.kind === 'option' ? token.name : '')));
    const missing = needs.filter((name) => !there.has(name)).map((name) => `--${name}`);
    if (missing.length > 0) faults.push(`缺少 ${missing.join('、')}`);
    if (positionals < least) faults.push(`缺少${wanted}`);
  }
  const sound = args.filter((_, index) => !wrong.has(index));
  const given = parseArgs({ args: sound, options, allowPositionals: true, strict: true });
  faults.push(...valueFaults(given));
  return faults.length === 0 ? { given } : { faults };
}

/**
 * What a command was given, typed by its options. `--help` prints the usage and ends the process with 0; everything
 * that is wrong with it or with the settings is said, a line each, on standard error, and ends it with 2. From then on a failure that a person can
 * mend (a missing file, a port in use) ends the process with 1 and its sentence instead of a stack. Who stops reading what
 * it prints (`| head`) does not stop its work.
 */
export function commandLine<const Options extends ParseArgsOptionsConfig>(command: Command<Options>): Given<Options> {
  process.on('uncaughtException', (error) => {
    console.error(failureSentence(error) ?? error);
    process.exit(1);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const reading = commandLineReading(command);
  if ('usage' in reading) {
    console.log(reading.usage);
    process.exit(0);
  }
  const settingsOff = settingFaults();
  if ('given' in reading && settingsOff.length === 0) return reading.given;
  for (const fault of settingsOff) console.error(`${fault}。各项设置见 README.md`);
  for (const fault of 'faults' in reading ? reading.faults : []) console.error(`${fault}。用法见 --help`);
  process.exit(2);
}
