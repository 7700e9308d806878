import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { damage } from '../../../src/import/damage/damage.ts';
import { UnreadableInput } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { recognition } from '../../../src/import/recognise/recognition.ts';
import { wordNamespace } from '../made-files.ts';
import { pageNames } from './imported-page.ts';

let seed = 1;
/** Letters that do not pack, always the same. */
const letters = (count: number): string =>
  Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return String.fromCharCode(0x4e00 + ((seed >> 8) % 20_000));
  }).join('');
const docx = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`),
  });
const paragraphs = (count: number, inner: () => string): string =>
  Array.from({ length: count }, () => `<w:p>${inner()}</w:p>`).join('');

/** Seconds of the processor's time that no input may take, on a slow machine with every line counted. */
const most = 15;
const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

it.each([
  ['paragraphs beyond number', docx(paragraphs(101_000, () => `<w:r><w:t>${letters(2)}</w:t></w:r>`))],
  ['lines beyond number', Buffer.from('依\n'.repeat(10_001))],
  ['letters beyond number', Buffer.from(`${letters(150_001)}\n`.repeat(4))],
  ['a Word file that unpacks without end', docx('<w:p/>'.repeat(900_000))],
])('refuses %s', async (_, bytes) => {
  const begun = seconds();
  await expect(readCapture(bytes, 'page')).rejects.toThrow(UnreadableInput);
  expect(seconds() - begun).toBeLessThan(most);
});

describe('the most that is read is recognised in time', () => {
  const lines = (count: number, line: (at: number) => string): string =>
    ['霍山县2023年度法治政府建设情况报告', ...Array.from({ length: count }, (_, at) => line(at))].join('\n');

  it.each([
    ['headings', lines(4_000, (at) => `${'一二三'.charAt(at % 3)}、${letters(10)}`)],
    ['titles', lines(4_000, (at) => `霍山县${2004 + (at % 20)}年度法治政府建设情况报告`)],
    ['brackets that never close', lines(2, () => '(，'.repeat(80_000))],
    ['quotes that never close', lines(2, () => '“，'.repeat(80_000))],
    ['rates without percent', lines(2, () => '率99，'.repeat(30_000))],
    ['figures to set against one another', lines(2, () => '达10047，率'.repeat(24_000))],
    ['labels', lines(4_000, () => '来源 发布日期 文号')],
  ])('%s', async (_, text) => {
    const begun = seconds();
    const reading = await readCapture(Buffer.from(text), 'page.txt');
    const { issues } = recognition(reading, pageNames, [], {}, '2026-01-01');
    expect(issues.length).toBeLessThan(5_000);
    expect(seconds() - begun).toBeLessThan(most);
  });
});

it('tells at most a hundred places of one kind in a line, and that it breaks off', () => {
  const line = { number: 1, text: '（甲'.repeat(5_000), raw: '', isMarkedHeading: false };
  const surroundings = { headings: [], signing: [], region: null, damagedDay: null };
  expect(damage([line], surroundings)).toHaveLength(101);
});
