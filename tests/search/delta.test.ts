import { expect, test } from 'vitest';
import { redactionMark } from '../../src/archive/redaction.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { compareText } from '../../src/text/order.ts';
import { below, drawnPhrase, inventedDocument, inventedText, type Random } from './invented-documents.ts';
import { type Files, type MemoryBuild, memoryBuild, openMemory } from './memory-index.ts';

const sorted = (documents: Iterable<SearchDocument>): SearchDocument[] =>
  [...documents].sort((a, b) => compareText(a.id, b.id));

const invented = (random: Random, count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, i) => inventedDocument(random, i));

function edited(random: Random, document: SearchDocument): SearchDocument {
  const text = inventedText(random, 12);
  const paragraphs = [...document.paragraphs];
  paragraphs[below(random, paragraphs.length)] = { anchor: 'p-new', text, role: 'plan', heading: null };
  return { ...document, paragraphs };
}

async function expectSameAnswers(a: MemoryBuild, b: MemoryBuild, phrases: readonly string[]): Promise<void> {
  const [one, other] = [await openMemory(a), await openMemory(b)];
  expect(one.reports).toEqual(other.reports);
  expect(await one.characters()).toEqual(await other.characters());
  expect(await one.characters(['plan'])).toEqual(await other.characters(['plan']));
  for (const phrase of phrases) {
    for (const query of [`“${phrase}”`, `“${phrase}” -法`, `法 | “${phrase}”`]) {
      expect.soft(await one.search(query), query).toEqual(await other.search(query));
    }
  }
}

test('after any edits, additions and removals, base and delta answer as a fresh index', async () => {
  const random = randomNumbers(11);
  const held = new Map(invented(random, 100).map((document) => [document.id, document]));
  let build = await memoryBuild(sorted(held.values()));
  let serial = 100;
  const built: string[] = [];
  for (let round = 0; round < 9; round++) {
    const before = sorted(held.values());
    for (let i = below(random, 4); i >= 0; i--) {
      const document = sorted(held.values())[below(random, held.size)];
      if (document) held.set(document.id, edited(random, document));
    }
    for (let i = below(random, 2); i > 0; i--) {
      const document = inventedDocument(random, serial++);
      held.set(document.id, document);
    }
    if (random() < 0.2) {
      const document = sorted(held.values())[below(random, held.size)];
      if (document) held.delete(document.id);
    }
    const documents = sorted(held.values());
    build = await memoryBuild(documents, { before: build });
    built.push(build.result.built);
    const phrases = Array.from({ length: 25 }, (_, i) => drawnPhrase(random, i % 2 ? documents : before));
    await expectSameAnswers(build, await memoryBuild(documents), phrases);
  }
  expect(new Set(built)).toEqual(new Set(['base', 'delta']));
});

test('an unchanged archive is not built again, and what is undone is undone', async () => {
  const random = randomNumbers(12);
  const documents = sorted(invented(random, 60));
  const first = await memoryBuild(documents);
  const again = await memoryBuild(documents, { before: first });
  expect(again.result.built).toBe('none');
  expect(again.files).toEqual(first.files);
  const [document, ...others] = documents;
  if (!document) throw new Error('no document');
  const changed = await memoryBuild([edited(random, document), ...others], { before: first });
  expect(changed.result.built).toBe('delta');
  expect([...changed.files.keys()]).toEqual(expect.arrayContaining([...first.files.keys()]));
  const undone = await memoryBuild(documents, { before: changed });
  expect(undone.files).toEqual(first.files);
});

test('the base is built anew when a twentieth changed', async () => {
  const random = randomNumbers(13);
  const documents = sorted(invented(random, 80));
  const first = await memoryBuild(documents);
  const change = (count: number) => documents.map((document, i) => (i < count ? edited(random, document) : document));
  expect((await memoryBuild(change(4), { before: first })).result.built).toBe('delta');
  expect((await memoryBuild(change(5), { before: first })).result.built).toBe('base');
});

/** Whether every file of an index is byte for byte one of an index that never held the text. */
const isTraceless = (files: Files, never: Files): boolean =>
  files.size === never.size &&
  [...files].every(([name, bytes]) => Buffer.compare(bytes, never.get(name) ?? new Uint8Array()) === 0);

test('a withdrawn report leaves no trace, whether it stood in the base or in the delta', async () => {
  const random = randomNumbers(14);
  const documents = sorted(invented(random, 60));
  const withdrawn: SearchDocument = { ...inventedDocument(random, 900), title: '某人的秘密𪚥龘' };
  const never = await memoryBuild(documents);

  const inBase = await memoryBuild(sorted([...documents, withdrawn]));
  expect((await (await openMemory(inBase)).search('𪚥龘')).occurrences).toBe(1);
  const outOfBase = await memoryBuild(documents, { before: inBase });
  expect(isTraceless(outOfBase.files, never.files)).toBe(true);
  expect(JSON.stringify(outOfBase.result.manifest)).not.toContain(withdrawn.id);

  const inDelta = await memoryBuild(sorted([...documents, withdrawn]), { before: never });
  expect(inDelta.result.built).toBe('delta');
  const outOfDelta = await memoryBuild(documents, { before: inDelta });
  expect(isTraceless(outOfDelta.files, never.files)).toBe(true);
});

test('what a correction took out stays readable in the base until it is compacted', async () => {
  const random = randomNumbers(15);
  const documents = sorted(invented(random, 60));
  const named = documents.map((document, i) => (i === 7 ? { ...document, title: '某人的秘密𪚥龘' } : document));
  const redacted = documents.map((document, i) => (i === 7 ? { ...document, title: '某人的秘密□□' } : document));
  const first = await memoryBuild(named);
  const delta = await memoryBuild(redacted, { before: first });
  expect((await (await openMemory(delta)).search('𪚥')).occurrences).toBe(0);
  expect([...delta.files.keys()].some((name) => name.startsWith('texts-') && first.files.has(name))).toBe(true);
  const compacted = await memoryBuild(redacted, { before: delta, isCompacting: true });
  expect(isTraceless(compacted.files, (await memoryBuild(redacted)).files)).toBe(true);
});

test('a manifest of another program is not built upon', async () => {
  const documents = sorted(invented(randomNumbers(16), 20));
  const first = await memoryBuild(documents);
  const foreign = { ...first, result: { ...first.result, manifest: { ...first.result.manifest, maker: 'other' } } };
  expect((await memoryBuild(documents, { before: foreign })).result.built).toBe('base');
});

test('fields that contradict the id, and a report given twice, are refused', async () => {
  const document = inventedDocument(randomNumbers(17), 0);
  await expect(memoryBuild([{ ...document, year: 1999 }])).rejects.toThrow(/its id says otherwise/);
  await expect(memoryBuild([document, document])).rejects.toThrow(/twice/);
});

test('a name taken out of a text is in no file of the index, in whatever order texts were corrected before', async () => {
  const random = randomNumbers(14);
  const name = '王虚构';
  const [document, ...others] = sorted(invented(random, 60));
  if (!document) throw new Error('no document');
  const withName = (text: string): SearchDocument => ({
    ...document,
    paragraphs: [{ anchor: 'p-name', text, role: 'plan', heading: null }],
  });
  const planted = await memoryBuild([withName(`${name}负责，成效明显。`), ...others]);
  const corrected = await memoryBuild([withName(`${name}负责，成效十分明显。`), ...others], { before: planted });
  expect(corrected.result.built).toBe('delta');
  for (const before of [planted, corrected]) {
    const redacted = await memoryBuild([withName(`${redactionMark}负责，成效明显。`), ...others], { before });
    expect(redacted.result.built).toBe('base');
    // Files are named by what they hold: none that held the earlier text is left.
    const kept = [...redacted.files.keys()].filter((file) => before.files.has(file) && file.startsWith('texts'));
    expect(kept).toEqual([]);
    expect(redacted.files).toEqual(
      (await memoryBuild([withName(`${redactionMark}负责，成效明显。`), ...others])).files,
    );
  }
});
