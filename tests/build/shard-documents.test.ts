import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shardSearchSources } from '../../src/build/shard-documents.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { inventedDocument } from '../search/invented-documents.ts';

const random = randomNumbers(7);
const documents = [0, 1, 2].map((number) => inventedDocument(random, number));
const lines = documents.map((document) => JSON.stringify(document));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shard-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sources = (text: string) => {
  writeFileSync(join(folder, '34.documents.jsonl'), text);
  return shardSearchSources(folder);
};

test('each line is the document that was written', async () => {
  const read = await Promise.all(sources(`${lines.join('\n')}\n`).map((source) => source.document()));
  expect(read).toEqual(documents);
});

test.for([
  ['cut off', lines[1]?.slice(0, 40)],
  ['something else', '[]'],
  ['without an id', lines[1]?.replace('"id":', '"name":')],
])('a line that is %s fails the build with its place', ([, line]) => {
  expect(() => sources([lines[0], line, lines[2]].join('\n'))).toThrow(
    /34\.documents\.jsonl 第 2 行不是一份报告的检索文字.*请重新生成这一省的分片$/,
  );
});

test('a document with a damaged field fails when it is asked for', () => {
  const [, source] = sources([lines[0], lines[1]?.replace('"text":"', '"text":1,"was":"')].join('\n'));
  expect(() => source?.document()).toThrow(/34\.documents\.jsonl 第 2 行.*paragraphs\.0\.text/);
});
