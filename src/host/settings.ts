import { ExpectedFailure } from './expected-failure.ts';

/**
 * What whoever runs the program sets in the environment: this module alone reads it. A variable that is empty counts
 * as one that is not set. The last four are internal: commands and tests set them, people need not.
 */
export interface Settings {
  /** `ARCHIVE_CONTENT`: folder of the archive's content; `content`. */
  readonly content: string;
  /** `ARCHIVE_OUT`: folder that the built site stands in; `dist`. */
  readonly out: string;
  /** `ARCHIVE_CACHE`: folder of what one build keeps for the next; `.cache`. */
  readonly cache: string;
  /** `ARCHIVE_COLLECTED`: folder of what is collected from government sites before it is reviewed; `collected`. */
  readonly collected: string;
  /** `ARCHIVE_SITE`: the public origin, such as `https://example.org`; null where none is set, and no page then names its canonical address. */
  readonly site: string | null;
  /** `ARCHIVE_BASE`: the path below which the site is served, such as `/archive/`; `/`. */
  readonly base: string;
  /** `ARCHIVE_CONTACT`: where readers report errors or ask for a removal, a mail or web address; null where none is set. */
  readonly contact: string | null;
  /** `ARCHIVE_FOOTER`: a line for the footer that the place of hosting requires, such as an ICP number; null where none is set. */
  readonly footer: string | null;
  /** `ARCHIVE_SHARDS`: folder of the manifests that provinces built apart leave for the root; `shards`. */
  readonly shards: string;
  /** `ARCHIVE_FRAGMENTS`: at most so many files of report texts a bundle of ranked search; null for one a report. */
  readonly fragments: number | null;
  /** `ARCHIVE_PAGEFIND`: `1` has Pagefind rank whole reports however many there are, `0` never; null for its default. */
  readonly pagefind: boolean | null;
  /** `ARCHIVE_ALLOW_FEWER`: `1` lets a build publish much fewer reports than stand published. */
  readonly allowsFewer: boolean;
  /** `ARCHIVE_ALLOW_OTHER_TEXT`: `1` lets a build publish other text for reports whose files did not change. */
  readonly allowsOtherText: boolean;
  /** `PORT`: where `npm start` serves the site on this machine; 4321. */
  readonly port: number;
  /** `CHROMIUM_PATH`: the executable of a Chromium for tests and measurements; null for the one that npm brings. */
  readonly chromium: string | null;
  /** `ARCHIVE_SHARD`, internal: the part of the archive that a build is for, two digits or `root`; null for the whole. */
  readonly shard: string | null;
  /** `ARCHIVE_INVENTED`, internal: `1` where the content folder is marked as invented; every page then says so. */
  readonly isInvented: boolean;
  /** `ARCHIVE_THREADS`, internal, before the comma: threads that render pages beside the main one; null for all cores but one. */
  readonly threads: number | null;
  /** `ARCHIVE_THREADS`, internal, after the comma: so many pages are made without them; null for as many as do not pay. */
  readonly threadsAfter: number | null;
}

/** The settings that one command makes for the processes, threads and bundles that it starts, by variable. */
export interface SettingChanges {
  readonly ARCHIVE_CONTENT?: string;
  readonly ARCHIVE_OUT?: string;
  readonly ARCHIVE_CACHE?: string;
  readonly ARCHIVE_SHARD?: string;
  readonly ARCHIVE_INVENTED?: '1';
  readonly ARCHIVE_PAGEFIND?: '0';
  /** Of programs of tests: they colour what they print although it goes through another program. */
  readonly FORCE_COLOR?: '1';
  /** Astro's own: it then asks no other servers. */
  readonly ASTRO_TELEMETRY_DISABLED?: '1';
}

const isOrigin = (value: string): boolean => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { origin, href } = new URL(value);
  return href === `${origin}/`;
};

/** Reads an environment; every fault is a sentence in Chinese without its full stop, and what is faulty takes its default. */
export function settingsReading(environment: NodeJS.ProcessEnv): {
  readonly settings: Settings;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const set = (name: string): string | null => environment[name] || null;
  /** A value that must have a form; null where it is not set or has another. */
  const formed = (name: string, hasForm: (value: string) => boolean, wanted: string): string | null => {
    const value = set(name);
    if (value === null || hasForm(value)) return value;
    faults.push(`环境变量 ${name} 应是${wanted}，现为“${value}”`);
    return null;
  };
  const isSwitch = (value: string): boolean => value === '1';
  const isCount = (value: string): boolean => /^[1-9]\d{0,8}$/.test(value);
  const isPort = (value: string): boolean => /^[1-9]\d{0,4}$/.test(value) && Number(value) < 65536;
  const fragments = formed('ARCHIVE_FRAGMENTS', isCount, '正整数，如 50');
  const pagefind = formed('ARCHIVE_PAGEFIND', (value) => value === '0' || value === '1', '1、0 或不设');
  const threads = formed('ARCHIVE_THREADS', (value) => /^\d+(?:,\d+)?$/.test(value), '线程数，或线程数,页数，如 2,0');
  const [count, after] = threads?.split(',').map(Number) ?? [];
  const settings = {
    content: set('ARCHIVE_CONTENT') ?? 'content',
    out: set('ARCHIVE_OUT') ?? 'dist',
    cache: set('ARCHIVE_CACHE') ?? '.cache',
    collected: set('ARCHIVE_COLLECTED') ?? 'collected',
    site: formed('ARCHIVE_SITE', isOrigin, '不带路径的网址，如 https://example.org（路径写入 ARCHIVE_BASE）'),
    base:
      formed('ARCHIVE_BASE', (value) => /^\/(?:[^\s/?#]+\/)*$/.test(value), '首尾都有 / 的路径，如 /archive/') ?? '/',
    contact: set('ARCHIVE_CONTACT'),
    footer: set('ARCHIVE_FOOTER'),
    shards: set('ARCHIVE_SHARDS') ?? 'shards',
    fragments: fragments === null ? null : Number(fragments),
    pagefind: pagefind === null ? null : pagefind === '1',
    allowsFewer: formed('ARCHIVE_ALLOW_FEWER', isSwitch, '1 或不设') !== null,
    allowsOtherText: formed('ARCHIVE_ALLOW_OTHER_TEXT', isSwitch, '1 或不设') !== null,
    port: Number(formed('PORT', isPort, '端口号，如 4322') ?? 4321),
    chromium: set('CHROMIUM_PATH'),
    shard: formed('ARCHIVE_SHARD', (value) => /^(?:root|[1-9]\d)$/.test(value), '省级代码的前两位或 root'),
    isInvented: set('ARCHIVE_INVENTED') === '1',
    threads: count ?? null,
    threadsAfter: after ?? null,
  };
  return { settings, faults };
}

let memo: Settings | undefined;

/** The settings of this process; throws `ExpectedFailure` with everything that is wrong with them, a line each. */
export function settings(): Settings {
  if (memo) return memo;
  const { settings: read, faults } = settingsReading(process.env);
  if (faults.length > 0) throw new ExpectedFailure(faults.join('\n'));
  memo = read;
  return read;
}

/** What is wrong with the settings of this process, a sentence in Chinese each; empty where they are sound. */
export function settingFaults(): readonly string[] {
  return settingsReading(process.env).faults;
}

/**
 * The variables besides the settings that Vite puts into what it bundles, by name, sorted: what a bundle was made with
 * stays in it.
 */
export function bundledVariables(): [string, string][] {
  const { NODE_ENV = 'production', ...others } = process.env;
  const named = Object.entries(others).flatMap(([name, value = '']): [string, string][] =>
    /^(?:PUBLIC|VITE)_/.test(name) ? [[name, value]] : [],
  );
  return [['NODE_ENV', NODE_ENV], ...named.sort(([one], [other]) => (one < other ? -1 : 1))];
}

/** The environment of this process with other settings, for a process that it starts. */
export function environmentWith(changes: SettingChanges): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Tells Node's processes that this one starts in which folder compiled code is kept, where nobody else has said so. */
export function tellCompiled(folder: string): void {
  process.env.NODE_COMPILE_CACHE ??= folder;
}

/** What Vite says of itself to pages; what stands under these names in the environment would be taken for it. */
const saidByVite = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'] as const;

/**
 * Writes what a command has decided into its own environment: Astro's configuration, the bundle that it makes of the
 * pages and its threads have no other way to hear of it. Astro is kept from asking other servers.
 */
export function tellAstro(changes: SettingChanges): void {
  for (const name of saidByVite) delete process.env[name];
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ...changes } satisfies SettingChanges);
  memo = undefined;
}
