/**
 * One build of the exact index, in a process of its own so that its processor time and memory are its own:
 * `search-build.ts CORPUS FOLDER [--edit K]`. Prints what it used as JSON. With `--edit` the first K reports are taken
 * as corrected.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSearchIndex } from '../../src/build/search-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import type { SearchSource } from '../../src/search/indexing/build-search-index.ts';

/** The line of the corpus at which a report stands, and its id: what `search.ts` wrote beside it. */
interface CorpusEntry {
  readonly id: string;
  readonly from: number;
  readonly length: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edit: { type: 'string', default: '0' } },
});
const [corpus = '', folder = ''] = positionals;
const edits = Number(values.edit);
const entries: CorpusEntry[] = JSON.parse(readFileSync(`${corpus}.entries.json`, 'utf8'));
const file = openSync(corpus, 'r');

function corrected(document: SearchDocument): SearchDocument {
  const [first, ...others] = document.paragraphs;
  if (!first) return document;
  return {
    ...document,
    paragraphs: [{ ...first, text: `${first.text}（本段已更正，二〇二六年重新发布。）` }, ...others],
  };
}

const sources = entries.map(({ id, from, length }, number): SearchSource => {
  const isEdited = number < edits;
  return {
    id,
    digest: createHash('sha256').update(`${id} ${isEdited}`).digest('hex').slice(0, 16),
    redactions: 0,
    document: () => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, from);
      const document: SearchDocument = JSON.parse(bytes.toString('utf8'));
      return isEdited ? corrected(document) : document;
    },
  };
});
const begun = performance.now();
const { built, reports, characters } = await writeSearchIndex(sources, {
  folder,
  manifest: join(folder, '..', 'manifest.json'),
});
closeSync(file);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
const wall = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ built, reports, characters, cpu, wall, peak: maxRSS * 1024 }));
