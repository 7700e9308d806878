import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { startedChromium } from '../../src/host/chromium.ts';
import { countingServer } from './counting-server.ts';
import { treeUse } from './process-tree.ts';
import { type DrawnQuery, plainScan } from './search-queries.ts';

/** How another search answers the same phrases over the same reports. */
export interface PeerResult {
  readonly name: string;
  /** Phrases for which it gives exactly the reports that hold them. */
  readonly exact: number;
  /** Over all phrases: of the reports that hold them, those given; of those given, those that hold them. */
  readonly recall: number;
  readonly precision: number;
  /** Bytes of a query by a reader who has just come: p50, p95, most. */
  readonly bytes: readonly [number, number, number];
  readonly build: string;
}

interface Answers {
  readonly given: readonly (readonly number[])[];
  readonly bytes: readonly number[];
}

const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

function compared(
  name: string,
  build: string,
  { given, bytes }: Answers,
  texts: readonly string[],
  queries: readonly DrawnQuery[],
): PeerResult {
  let [exact, right, wanted, all] = [0, 0, 0, 0];
  for (const [i, { phrase }] of queries.entries()) {
    const holds = plainScan(texts, phrase).counts;
    const own = given[i] ?? [];
    const hits = own.filter((number) => holds.has(number)).length;
    if (hits === holds.size && hits === own.length) exact++;
    right += hits;
    wanted += holds.size;
    all += own.length;
  }
  return {
    name,
    exact,
    recall: right / wanted,
    precision: right / all,
    bytes: [percentile(bytes, 0.5), percentile(bytes, 0.95), Math.max(...bytes)],
    build,
  };
}

/** Asks Pagefind in a real browser, each phrase of an instance of its own. */
async function pagefindAnswers(folder: string, queries: readonly string[]): Promise<Answers> {
  writeFileSync(join(folder, 'blank.html'), '<!doctype html><html lang="zh"><title>bench</title></html>');
  const server = await countingServer(folder);
  const browser = await startedChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}/blank.html`);
    const numbers = await page.evaluate(async () => {
      const pagefind = await import(`${location.origin}/pagefind.js`);
      const { results } = await pagefind.search(null);
      const pairs: [string, number][] = [];
      for (const result of results) pairs.push([result.id, Number((await result.data()).raw_url.replaceAll('/', ''))]);
      return pairs;
    });
    const numberOf = new Map(numbers);
    const given: number[][] = [];
    const bytes: number[] = [];
    for (const query of queries) {
      await page.evaluate(async () => {
        const pagefind = await import(`${location.origin}/pagefind.js`);
        const instance = pagefind.createInstance({ basePath: `${location.origin}/` });
        await instance.init();
        Object.assign(globalThis, { instance });
      });
      server.taken();
      const ids = await page.evaluate(async (text): Promise<string[]> => {
        const { results } = await Reflect.get(globalThis, 'instance').search(text);
        return results.map(({ id }: { id: string }) => id);
      }, query);
      bytes.push(server.taken().bytes);
      given.push(ids.flatMap((id) => numberOf.get(id) ?? []));
    }
    return { given, bytes };
  } finally {
    await browser.close();
    server.close();
  }
}

function miniSearchAnswers(texts: readonly string[], queries: readonly string[]): Answers & { readonly build: string } {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const tokenize = (text: string): string[] =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const begun = process.cpuUsage();
  const index = new MiniSearch({ fields: ['text'], tokenize });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const used = process.cpuUsage(begun);
  const json = JSON.stringify(index);
  const size = gzipSync(json).length;
  return {
    given: queries.map((query) => index.search(query, { combineWith: 'AND' }).map(({ id }): number => id)),
    bytes: queries.map(() => size),
    build: `${((used.user + used.system) / 1e6).toFixed(1)} / – / ${(json.length / 1e6).toFixed(1)}（gzip ${(size / 1e6).toFixed(1)}）`,
  };
}

/** Pagefind by default and with its quotes, and MiniSearch over words, on the same reports and phrases. */
export async function peersMeasured(
  work: string,
  corpus: string,
  texts: readonly string[],
  queries: readonly DrawnQuery[],
): Promise<PeerResult[]> {
  const folder = join(work, 'pagefind');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  const script = join(import.meta.dirname, 'search-pagefind.ts');
  const use = await treeUse(process.execPath, [script, corpus, folder]);
  if (use.code !== 0) throw new Error(`Pagefind's build ended with ${use.code}`);
  const size = globSync('**/*', { cwd: folder }).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const build = `${use.cpu.toFixed(1)} / ${Math.round(use.peak / 1e6)} / ${(size / 1e6).toFixed(1)}`;
  const { version } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8'));
  const phrases = queries.map(({ phrase }) => phrase);
  const plain = await pagefindAnswers(folder, phrases);
  const quoted = await pagefindAnswers(
    folder,
    phrases.map((phrase) => `"${phrase}"`),
  );
  const mini = miniSearchAnswers(texts, phrases);
  return [
    compared(`Pagefind ${version}`, build, plain, texts, queries),
    compared(`Pagefind ${version}，加引号`, build, quoted, texts, queries),
    compared('MiniSearch，Intl.Segmenter 分词', mini.build, mini, texts, queries),
  ];
}
