import { readFileSync } from 'node:fs';
import { unzlibSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { letterCount } from '../../../src/import/lines/layout-space.ts';
import type { Reading } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { madePdf } from '../made-files.ts';

const folder = 'tests/fixtures/pdf';

/** Signs of rows 1 to 9 of GB 2312, its 6,763 Chinese letters, and the 8,105 of the table of standard characters. */
function allLetters(): Set<string> {
  const decoder = new TextDecoder('gb2312');
  const letters = new Set(readFileSync(`${folder}/standard-letters.txt`, 'utf8').trim());
  for (let row = 1; row <= 87; row++)
    for (let cell = 1; cell <= 94; cell++) {
      const letter = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
      if ((row < 10 || row > 15) && [...letter].length === 1 && !/[\ufffd\p{Co}\s]/u.test(letter)) letters.add(letter);
    }
  return letters;
}

const textOf = ({ lines, left }: Reading): string =>
  [
    ...lines.map((line) => (line.kind === 'table' ? line.rows.flat().join('') : line.text)),
    ...left.map(({ text }) => text),
  ]
    .join('')
    .replace(/\s/g, '');

const namesIn = ({ issues }: Reading): string => issues.map(({ code, message }) => `${code} ${message}`).join('\n');

/** A printed file without the notes that say which letters its glyphs stand for. */
function withoutActualText(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  const plain = file.replace(/\/Length (\d+)>> stream\n([\s\S]*?)\nendstream/g, (whole: string, length: string) => {
    const at = whole.indexOf('stream\n') + 7;
    const packed = Buffer.from(whole.slice(at, at + Number(length)), 'latin1');
    if (packed[0] !== 0x78) return whole;
    const content = Buffer.from(unzlibSync(packed)).toString('latin1');
    if (!content.includes('ActualText')) return whole;
    const bare = content.replace(/\/Span<<\/ActualText <[0-9A-F]*> >> BDC/g, '/Span BMC');
    const stream = Buffer.from(zlibSync(Buffer.from(bare, 'latin1'))).toString('latin1');
    return `/Length ${stream.length}>> stream\n${stream}\nendstream`;
  });
  // Places of objects have changed: the reader looks for them itself.
  return Buffer.from(plain.replace('startxref', 'startxxxx'), 'latin1');
}

describe.each(['all-letters-sans.pdf', 'all-letters-serif.pdf'])('every common letter, printed: %s', (name) => {
  const bytes = readFileSync(`${folder}/${name}`);
  const wanted = allLetters();

  it('comes back as it was written', async () => {
    expect(wanted.size).toBeGreaterThan(8900);
    const reading = await readCapture(bytes, name);
    const got = textOf(reading);
    expect([...wanted].filter((letter) => !got.includes(letter))).toEqual([]);
    expect([...new Set(got)].filter((letter) => !wanted.has(letter))).toEqual([]);
    expect(letterCount(got)).toBe(reading.letters);
    expect(reading.letters).toBe(wanted.size);
  });

  it('comes back, or is named, where the file does not note the letters', async () => {
    const reading = await readCapture(withoutActualText(bytes), name);
    const got = textOf(reading);
    const strange = [...new Set(got)].filter((letter) => !wanted.has(letter));
    const lost = [...wanted].filter((letter) => !got.includes(letter));
    expect(strange.length).toBeLessThan(6);
    expect(lost.length).toBe(strange.length);
    for (const letter of strange) expect(namesIn(reading)).toContain(letter);
  });
});

const sentence = '各县市区贯彻落实党中央决策部署，为推进法治政府建设，对行政执法进行监督检查，设专门机构处理诉讼。';
const traditional = '各縣市區貫徹落實黨中央決策部署，為推進法治政府建設，對行政執法進行監督檢查，設專門機構處理訴訟。';

const read = (first: string, rest = sentence): Promise<Reading> =>
  readCapture(madePdf([first, rest.repeat(3)]), 'a.pdf');
const firstLine = ({ lines: [line] }: Reading): string => (line?.kind === 'text' ? line.text : '');

describe('what fonts’ tables leave in letters’ place', () => {
  it.each([
    ['⼾⽂⻳⺟⻓⻚⺕⾯', '户文龟母长页彐面'],
    ['—―', '——'],
    ['\uf98e\uf9b5〈', '年例〈'],
    ['eﬃcient', 'efficient'],
  ])('%s becomes %s, without a doubt', async (printed, written) => {
    const reading = await read(printed);
    expect(firstLine(reading)).toBe(written);
    expect(reading.issues).toEqual([]);
    expect(reading.tally.list().length).toBeGreaterThan(0);
  });

  it('is read in the script of the page, and named where several letters are possible', async () => {
    const simplified = await read('⾒⾨');
    expect(firstLine(simplified)).toBe('见门');
    expect(namesIn(simplified)).toMatch(/pdf\/radical-doubtful.*⾒.*⾨/);
    const other = await read('⼾⾒⾨', traditional);
    expect(firstLine(other)).toBe('戶見門');
    expect(other.issues).toEqual([]);
    const unknown = await read('⼾⾒⾨', '一二三四五六七八九十'.repeat(6));
    expect(firstLine(unknown)).toBe('戶見門');
    expect(namesIn(unknown)).toContain('pdf/radical-doubtful');
  });

  it.each(['㬵', '〜', '∕', '⺀'])('%s stays, and is named', async (letter) => {
    const reading = await read(`法${letter}治`);
    expect(firstLine(reading)).toBe(`法${letter}治`);
    expect(namesIn(reading)).toMatch(new RegExp(`pdf/letter-doubtful.*${letter}`));
  });

  it.each(['２０２３年', '①Ⅳ㎡℃', '喆堃犇𫖯'])('%s is a writer’s own, and stays', async (text) => {
    const reading = await read(text);
    expect(firstLine(reading)).toBe(text);
    expect(reading.issues).toEqual([]);
  });
});

describe('letters that the file does not name', () => {
  const file = Buffer.from(madePdf([sentence, sentence.repeat(20)])).toString('latin1');
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  it.each([
    ['no table at all', file.replace('/ToUnicode 5 0 R', ' '.repeat(16))],
    ['a foreign encoding', file.replace('/ToUnicode 5 0 R', ' '.repeat(16)).replace('/Identity-H', '/GBK-EUC-H')],
    ['a table of private use', file.replace(/(<000[0-9a-f]> <)[0-9a-f]{4}/g, '$1e005')],
  ])('are refused where they are many: %s', async (_, text) => {
    await expect(readCapture(bytes(text), 'a.pdf')).rejects.toMatchObject({ code: 'pdf/unreadable-letters' });
  });

  it('are flagged where they are few', async () => {
    const last = /<([0-9a-f]{4})> <8bbc>/.exec(file)?.[1];
    const few = Buffer.from(madePdf(['讼', `${sentence.replace('讼', '')}`.repeat(9)])).toString('latin1');
    expect(last).toBeDefined();
    const reading = await readCapture(bytes(few.replace(/(<[0-9a-f]{4}> )<8bbc>/, '$1<fffd>')), 'a.pdf');
    expect(firstLine(reading)).toContain('\ufffd');
    expect(namesIn(reading)).toMatch(/pdf\/unreadable-letters.*1 处/);
  });
});
