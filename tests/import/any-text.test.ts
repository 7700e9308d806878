import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { compact } from '../../src/import/lines/layout-space.ts';
import { UnreadableInput } from '../../src/import/lines/reading.ts';
import { readCapture } from '../../src/import/read/capture.ts';
import { recognition } from '../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { draftBody } from '../../src/import/write/draft.ts';
import { lostLetters } from '../../src/import/write/kept-letters.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { runs } from '../runs.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));

const ascii: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '！': '!', '（': '(', '）': ')' };
const reversed = (text: string): string => text.replace(/[，：；！（）]/g, (mark) => ascii[mark] ?? mark);

/** Imports a text and gives what of its letters went where; throws where a letter is neither kept nor logged. */
async function accounted(text: string): Promise<void> {
  let reading: Awaited<ReturnType<typeof readCapture>>;
  try {
    reading = await readCapture(Buffer.from(text), 'a.txt');
  } catch (error) {
    // A refusal says what is wrong and what to do.
    if (error instanceof UnreadableInput && error.hint !== '') return;
    throw error;
  }
  const found = recognition(reading, names, ['a.txt'], {}, '2026-01-01');
  const body = draftBody(found);
  const taken = new Set(found.excluded.map(({ number }) => number));
  const own = reading.lines.filter(({ number }) => !taken.has(number));
  const wanted = own.map((line) => (line.kind === 'text' ? compact(line.text) : '')).join('');
  const shown = compact(
    reportBlocks(body)
      .map((block) =>
        block.kind === 'table'
          ? block.rows
              .flat()
              .map((cell) => cell.text)
              .join('')
          : block.text,
      )
      .join(''),
  );
  expect(reversed(shown)).toBe(reversed(wanted));
  expect(lostLetters(found, body)).toEqual([]);
  for (const { number, rule } of found.excluded)
    expect([number > 0, rule]).toEqual([true, expect.stringMatching(/^[a-z-]+(?:\/[a-z-]+)?$/)]);
  for (const { code, message, hint } of found.issues) {
    expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(message !== '' && hint !== '').toBe(true);
  }
  for (const { offset, index, quote } of found.damage) {
    expect(found.lines[index]?.text.slice(offset, offset + quote.length)).toBe(quote);
  }
}

const han = fc.constantFrom(
  ...'法治政府建设依行规执县市区委报告年度一二三四五六七八九十是的了和在有为人民，。、；：（）《》〈〉“”‘’—…·',
);
const hostile = fc.constantFrom(
  ...'*_`~|#<>[](){}!\\&$%^+-=.,:;"\'@/?0123456789 \t\u00a0\u3000\u2002\u200b\ufeff\u00adabcXYZ',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '{{ }}',
  '**',
  '~~~',
  '```',
  '&nbsp;',
  '&ldquo;',
  '| a | b |',
  '|---|---|',
  '1. ',
  '- [ ] ',
  '---',
  '[^1]',
  '[^1]: ',
  '# ',
  '一、',
  '（一）',
  '一是',
  '）',
  '20212025年',
  '完成率100',
  '𠀀',
  '👩‍👩‍👧',
  'é',
  '\u0301',
  '\ue000',
  '\ufffd',
  '⻓',
  '金',
);
const line = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: han },
      { weight: 2, arbitrary: hostile },
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

const folder = 'tests/fixtures/import';
const pages = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name, 'input.txt'), 'utf8'));

/** One change somewhere in a page: letters lost, doubled, swapped, put in; lines lost or moved. */
const mutation = fc.record({
  kind: fc.nat({ max: 6 }),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  length: fc.integer({ min: 1, max: 12 }),
  piece: fc.oneof(hostile, han),
});
function mutated(
  page: string,
  changes: readonly { kind: number; at: number; length: number; piece: string }[],
): string {
  return changes.reduce((whole, { kind, at, length, piece }) => {
    const from = Math.floor(at * whole.length);
    const head = whole.slice(0, from);
    const part = whole.slice(from, from + length);
    const tail = whole.slice(from + length);
    if (kind === 0) return head + tail;
    if (kind === 1) return head + part + part + tail;
    if (kind === 2) return head + [...part].reverse().join('') + tail;
    if (kind === 3) return head + piece + part + tail;
    if (kind === 4) return `${head}\n${part}${tail}`;
    if (kind === 5) return head + part.replaceAll('\n', '') + tail;
    const lines = whole.split('\n');
    const moved = lines.splice(Math.floor(at * lines.length), 1);
    lines.splice(length, 0, ...moved);
    return lines.join('\n');
  }, page);
}

describe('whatever comes in', () => {
  it('keeps or logs every letter of any text', async () => {
    await fc.assert(fc.asyncProperty(text, accounted), { numRuns: Math.ceil(runs(600) / 3) });
  }, 600_000);

  it('crashes on no mutated page and loses no letter of it', async () => {
    const one = fc.tuple(fc.constantFrom(...pages), fc.array(mutation, { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(one, ([page, changes]) => accounted(mutated(page, changes))),
      { numRuns: runs(600) },
    );
  }, 600_000);

  it('reads any bytes or says why not', async () => {
    const named = fc.tuple(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.pdf', 'a'),
    );
    const magic = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0xef, 0xbb, 0xbf],
    );
    await fc.assert(
      fc.asyncProperty(named, magic, async ([bytes, name], head) => {
        try {
          await readCapture(Uint8Array.from([...head, ...bytes]), name);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableInput);
        }
      }),
      { numRuns: Math.ceil(runs(600) / 5) },
    );
  }, 600_000);
});
