import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { SearchDocument } from '../../src/search/document.ts';
import { withoutWithdrawn } from '../../src/search/purging/withdrawn-reports.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { compareText } from '../../src/text/order.ts';
import { runs } from '../runs.ts';
import { below, drawnPhrase, inventedDocument, type Random } from './invented-documents.ts';
import { type MemoryBuild, memoryBuild, memoryPlatform, openMemory, sourcesOf } from './memory-index.ts';

const sorted = (documents: Iterable<SearchDocument>): SearchDocument[] =>
  [...documents].sort((a, b) => compareText(a.id, b.id));

/** A build whose base was freed of the texts that are not among the documents, before it is built upon. */
async function purgedBuild(documents: readonly SearchDocument[], before: MemoryBuild): Promise<MemoryBuild> {
  const files = new Map(before.files);
  const manifest = await withoutWithdrawn(
    JSON.parse(JSON.stringify(before.result.manifest)),
    sourcesOf(documents),
    {
      ...memoryPlatform(files),
      inflate: (bytes) => inflateRawSync(bytes),
      read: (name) => files.get(name) ?? new Uint8Array(),
    },
    0,
  );
  return memoryBuild(documents, { before: { files, result: { ...before.result, manifest } } });
}

async function expectSameAnswers(a: MemoryBuild, b: MemoryBuild, phrases: readonly string[]): Promise<void> {
  const [one, other] = [await openMemory(a), await openMemory(b)];
  expect(one.reports).toEqual(other.reports);
  expect(await one.characters()).toEqual(await other.characters());
  expect(await one.characters(['plan'])).toEqual(await other.characters(['plan']));
  for (const phrase of phrases)
    for (const query of [`“${phrase}”`, `“${phrase}” -法`, `法 | “${phrase}”`, `“${phrase}” ~20 的`])
      expect.soft(await one.search(query), query).toEqual(await other.search(query));
}

const drawn = (random: Random, documents: readonly SearchDocument[]): string[] =>
  Array.from({ length: 30 }, () => drawnPhrase(random, documents));

test('an index freed of withdrawn texts answers as one that never held them, again and again', async () => {
  for (let seed = 1; seed <= runs(1); seed++) {
    const random = randomNumbers(seed);
    const all = sorted(Array.from({ length: 90 }, (_, i) => inventedDocument(random, i)));
    let build = await memoryBuild(all);
    let documents: readonly SearchDocument[] = all;
    for (let round = 0; round < 3; round++) {
      const at = below(random, documents.length);
      const withdrawn = documents.filter((_, i) => i === at);
      documents = documents.filter((_, i) => i !== at);
      build = await purgedBuild(documents, build);
      expect(build.result.built).toBe('none');
      expect(JSON.stringify(build.result.manifest)).not.toContain(withdrawn[0]?.id);
      await expectSameAnswers(build, await memoryBuild(documents), [
        ...drawn(random, documents),
        ...drawn(random, withdrawn),
      ]);
    }
    expect((await purgedBuild(documents, build)).files).toEqual(build.files);
  }
});
