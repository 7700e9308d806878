/**
 * `npm run bench -- search`, see `usage`: the exact index
 * measured over N invented reports: built, one report changed, phrases compared with a plain scan over HTTP; at 1,000
 * reports beside Pagefind and MiniSearch. Steps that were done before are not done again.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../../src/host/command-line.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { noFilters } from '../../src/search/filters.ts';
import { startFileName } from '../../src/search/format/start-file.ts';
import { httpFetcher } from '../../src/search/lookup/fetcher.ts';
import { questionAnswer } from '../../src/search/lookup/question-answer.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { folded } from '../../src/text/fold.ts';
import { countingServer } from './counting-server.ts';
import { machine } from './machine.ts';
import { record } from './measurement.ts';
import { inventedReports } from './search-corpus.ts';
import { type PeerResult, peersMeasured } from './search-peers.ts';
import { type DrawnQuery, drawnQueries, longQueries, plainScan } from './search-queries.ts';

const usage = `npm run bench -- search --text 文件.jsonl [选项]    精确检索的建立和查询，与逐份扫描、Pagefind、MiniSearch 比较
  --text 文件.jsonl    每行一个 JSON，content 是一篇文字，句子取自其中；做过的规模可以不给
  --reports 10000      多少份
  --phrases 1000       随机抽多少个词
  --work 文件夹        测得的存在哪里，默认 .cache/bench-search
  --again              测过的也重测`;

const { values } = commandLine({
  usage,
  options: {
    reports: { type: 'string', default: '10000' },
    text: { type: 'string' },
    phrases: { type: 'string', default: '1000' },
    work: { type: 'string', default: '.cache/bench-search' },
    again: { type: 'boolean', default: false },
  },
  faults: ({ values: { reports, phrases } }) => [
    ...(/^[1-9]\d*$/.test(reports) ? [] : [`--reports 应是份数，如 10000，现为“${reports}”`]),
    ...(/^[1-9]\d*$/.test(phrases) ? [] : [`--phrases 应是个数，如 1000，现为“${phrases}”`]),
  ],
});
const count = Number(values.reports);
const work = join(values.work, String(count));
const corpus = join(work, 'corpus.jsonl');
if (!values.text && !existsSync(corpus)) {
  console.error(`缺少 --text：${count} 份的文字还没有备好。用法见 --help`);
  process.exit(2);
}
if (values.again)
  for (const name of existsSync(work) ? readdirSync(work) : []) if (name.startsWith('step-')) rmSync(join(work, name));
mkdirSync(work, { recursive: true });

/** Does a step, or reads what it gave before. */
async function step<Result>(name: string, act: () => Result | Promise<Result>): Promise<Result> {
  const file = join(work, `step-${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.error(`${count}: ${name} …`);
  const result = await act();
  writeFileSync(file, JSON.stringify(result));
  return result;
}

interface Build {
  readonly built: string;
  readonly reports: number;
  readonly characters: number;
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
}

function built(folder: string, edits: number): Build {
  const script = join(import.meta.dirname, 'search-build.ts');
  const run = spawnSync(process.execPath, [script, corpus, folder, '--edit', String(edits)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`the build ended with ${run.status}`);
  return JSON.parse(run.stdout);
}

/** Bytes of an index by kind of file. */
function sizes(folder: string): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const name of readdirSync(folder)) {
    const kind = name.replace(/-.*/, '');
    bytes[kind] = (bytes[kind] ?? 0) + statSync(join(folder, name)).size;
  }
  return bytes;
}

const foldedTexts = (): string[] =>
  readFileSync(corpus, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { title, paragraphs }: SearchDocument = JSON.parse(line);
      return [title ?? '', ...paragraphs.map(({ text }) => text)].map(folded).join('\n');
    });

const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

interface Asked {
  readonly phrases: number;
  readonly exactSets: number;
  readonly exactCounts: number;
  readonly start: number;
  readonly bytes: readonly [p50: number, p95: number, most: number];
  readonly requests: readonly [p50: number, p95: number, most: number];
  readonly byKind: Readonly<Record<string, readonly [p50: number, p95: number]>>;
}

/** Asks phrases of an index over HTTP, each as by a reader who has just come, and compares with a plain scan. */
async function asked(folder: string, texts: readonly string[], queries: readonly DrawnQuery[]): Promise<Asked> {
  const entries: { id: string }[] = JSON.parse(readFileSync(`${corpus}.entries.json`, 'utf8'));
  const server = await countingServer(folder);
  const bytes: number[] = [];
  const requests: number[] = [];
  const byKind = new Map<string, number[]>();
  let [exactSets, exactCounts, start] = [0, 0, 0];
  for (const { kind, phrase } of queries) {
    const index = await SearchIndex.open(httpFetcher(`${server.address}/`, startFileName));
    start = server.taken().bytes;
    const result = await index.search(`「${phrase}」`);
    const taken = server.taken();
    bytes.push(taken.bytes);
    requests.push(taken.requests);
    byKind.set(kind, [...(byKind.get(kind) ?? []), taken.bytes]);
    const { counts } = plainScan(texts, phrase);
    const expected = new Map([...counts].map(([number, occurrences]) => [entries[number]?.id, occurrences]));
    const isSame = result.reports.length === expected.size && result.reports.every(({ id }) => expected.has(id));
    if (isSame) exactSets++;
    if (isSame && result.reports.every(({ id, occurrences }) => expected.get(id) === occurrences)) exactCounts++;
    else appendFileSync(join(work, 'differences.txt'), `${phrase}\n`);
  }
  server.close();
  const three = (numbers: readonly number[]): [number, number, number] => [
    percentile(numbers, 0.5),
    percentile(numbers, 0.95),
    Math.max(...numbers),
  ];
  return {
    phrases: queries.length,
    exactSets,
    exactCounts,
    start,
    bytes: three(bytes),
    requests: three(requests),
    byKind: Object.fromEntries([...byKind].map(([kind, own]) => [kind, [percentile(own, 0.5), percentile(own, 0.95)]])),
  };
}

await step('corpus', () => {
  const entries: { id: string; from: number; length: number }[] = [];
  writeFileSync(corpus, '');
  let from = 0;
  let lines: string[] = [];
  const flush = (): void => {
    appendFileSync(corpus, lines.join(''));
    lines = [];
  };
  for (const document of inventedReports(count, { texts: values.text ?? '', reports: 'content/reports' })) {
    const line = `${JSON.stringify(document)}\n`;
    const length = Buffer.byteLength(line);
    entries.push({ id: document.id, from, length: length - 1 });
    from += length;
    lines.push(line);
    if (lines.length === 500) flush();
  }
  flush();
  writeFileSync(`${corpus}.entries.json`, JSON.stringify(entries));
  return entries.length;
});
const folder = join(work, 'index', 'search-index');
const full = await step('full', () => {
  rmSync(join(work, 'index'), { recursive: true, force: true });
  return { ...built(folder, 0), sizes: sizes(folder) };
});
const texts = foldedTexts();
const queries = drawnQueries(texts, 42);
const base = await step('asked-base', () => asked(folder, texts, queries));
const more = await step('asked-more', () => {
  const drawn = [...drawnQueries(texts, 43, 3), ...longQueries(texts, 44, 60)];
  return asked(folder, texts, drawn.slice(-Number(values.phrases)));
});
const edits = Math.min(50, Math.floor(count / 25));
const one = await step('one-changed', () => built(folder, 1));
const delta = await step('delta', () => built(folder, edits));
const both = await step('asked-both', () => {
  const paragraphs = texts.map((text, number) => {
    if (number >= edits) return text;
    const [title, first, ...others] = text.split('\n');
    return [title, `${first}${folded('（本段已更正，二〇二六年重新发布。）')}`, ...others].join('\n');
  });
  return asked(folder, paragraphs, queries);
});
const ranked = await step('ranked', async () => {
  const server = await countingServer(folder);
  const bytes: number[] = [];
  for (const { phrase } of queries.filter(({ kind }) => kind === '专业词')) {
    const index = await SearchIndex.open(httpFetcher(`${server.address}/`, startFileName));
    server.taken();
    await questionAnswer(index, phrase, noFilters);
    bytes.push(server.taken().bytes);
  }
  server.close();
  return [percentile(bytes, 0.5), percentile(bytes, 0.95), Math.max(...bytes)];
});
const peers =
  count <= 1000 ? await step('peers', (): Promise<PeerResult[]> => peersMeasured(work, corpus, texts, queries)) : [];

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const total = Object.values(full.sizes).reduce((sum, bytes) => sum + bytes, 0);
const kinds = Object.entries(full.sizes).toSorted(([, a], [, b]) => b - a);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
record({
  name: `search-${count}`,
  title: `${count.toLocaleString('en')} 份`,
  command: `search --reports ${count} --text 文件.jsonl --phrases ${values.phrases}`,
  machine: machine(),
  found: [
    `${full.reports} 份虚构的报告，${full.characters} 字（折叠后）`,
    '',
    row(['', '词组', '报告全对', '次数全对', '冷查 kB p50 / p95 / 最多', '请求 p50 / p95 / 最多']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...[
      ['只有基础段', base] as const,
      [`基础段和 ${edits} 份的增量段`, both] as const,
      ['更多词组，含 50 字和 200 字', more] as const,
    ].map(([name, of]) =>
      row([
        name,
        of.phrases,
        share(of.exactSets, of.phrases),
        share(of.exactCounts, of.phrases),
        of.bytes.map(kB).join(' / '),
        of.requests.join(' / '),
      ]),
    ),
    ...peers.map(({ name, exact, recall, precision, bytes }) =>
      row([
        name,
        queries.length,
        share(exact, queries.length),
        `召回 ${share(recall, 1)}，准确 ${share(precision, 1)}`,
        bytes.map(kB).join(' / '),
        '',
      ]),
    ),
    '',
    row(['', '']),
    row(['---', '---']),
    row(['起始文件 kB（只有基础段 / 有增量段）', `${kB(base.start)} / ${kB(both.start)}`]),
    row(['按词排序（BM25），专业词，冷查 kB p50 / p95 / 最多', ranked.map(kB).join(' / ')]),
    row(['每字字节', (total / full.characters).toFixed(2)]),
    row(['索引 MB', kinds.map(([kind, bytes]) => `${kind} ${(bytes / 1e6).toFixed(1)}`).join('，')]),
    row([
      '建立：CPU 秒 / 实际秒 / 内存 MB',
      `${full.cpu.toFixed(1)} / ${full.wall.toFixed(1)} / ${Math.round(full.peak / 1e6)}`,
    ]),
    row([`改一份：CPU 秒（${one.built}）`, one.cpu.toFixed(1)]),
    row([`改 ${edits} 份：CPU 秒（${delta.built}）`, delta.cpu.toFixed(1)]),
    ...peers.map(({ name, build }) => row([`${name}：建立 CPU 秒 / 内存 MB / 索引 MB`, build])),
    '',
    row(['词组', 'kB p50', 'kB p95']),
    row(['---', '---:', '---:']),
    ...Object.entries({ ...more.byKind, ...both.byKind }).map(([kind, [p50, p95]]) => row([kind, kB(p50), kB(p95)])),
  ].join('\n'),
});
