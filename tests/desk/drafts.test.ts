import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFolder, draftNames, heldDraft } from '../../src/desk/drafts/draft.ts';
import { draftIssues } from '../../src/desk/drafts/draft-issues.ts';
import { DraftQueue } from '../../src/desk/drafts/draft-queue.ts';
import { draftsOfReport, filesOfDrafts } from '../../src/desk/drafts/drafts-of-report.ts';
import { newCaptures, taking } from '../../src/desk/drafts/taking.ts';
import { readSeals } from '../../src/host/known-seals.ts';
import { digestOf, type SampleDesk, sampleDesk, sampleText } from './desk-sample.ts';

let desk: SampleDesk;
const titles = {
  whole: sampleText({
    title: '绩溪县2023年度法治政府建设工作情况报告',
    signature: '绩溪县人民政府\n2024年2月20日',
    seed: 1,
  }),
  again: sampleText({
    title: '绩溪县2023年度法治政府建设工作情况报告',
    signature: '绩溪县人民政府\n2024年2月21日',
    seed: 1,
  }),
  nowhere: sampleText({ title: '我县法治政府建设情况报告', seed: 2 }),
  notice: '关于召开会议的通知\n各科室：\n定于明日召开会议，请准时参加。\n',
} as const;
const address = 'http://www.cnjx.gov.cn/a.html';
let made: string[] = [];

/** Takes in all that is new; the names of the drafts. */
async function taken(): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of taking(desk.places, newCaptures(desk.places).captures).drafts) names.push(sha256);
  return names;
}

beforeAll(async () => {
  desk = sampleDesk();
  desk.collect(titles.whole, address, '又见于 http://www.cnjx.gov.cn/b.html');
  for (const text of [titles.again, titles.nowhere, titles.notice]) desk.collect(text);
  const copy = join(desk.places.collected, 'captures', 'copy.txt');
  writeFileSync(copy, titles.whole);
  const withdrawn = sampleText({ title: '歙县2023年度法治政府建设工作报告', seed: 3 });
  desk.collect(withdrawn);
  writeFileSync(
    desk.inContent('withdrawn.csv'),
    `id,issuers,day,by,reason,captures,versions\n341021/2023,歙县人民政府,2026-01-01,编者,应请求,${digestOf(withdrawn)},\n`,
  );
  made = await taken();
});
afterAll(() => desk.remove());

describe('captures that become drafts', () => {
  test('are those that are new, once each, byte for byte, with all that is known of them', () => {
    expect(made.sort()).toEqual(Object.values(titles).map(digestOf).sort());
    const whole = digestOf(titles.whole);
    expect(readFileSync(desk.inContent(`${draftFolder(whole)}/capture.txt`), 'utf8')).toBe(titles.whole);
    expect(heldDraft(desk.places.content, whole)).toMatchObject({
      ...{ state: 'open', addresses: [address, 'http://www.cnjx.gov.cn/b.html'], captured: '2026-11-24', choices: {} },
    });
    expect(existsSync(desk.inContent('reports'))).toBe(false);
    expect(newCaptures(desk.places).captures).toEqual([]);
  });

  test('stand whole without what the collector left', () => {
    expect(draftIssues(desk.places.content, readSeals)).toEqual([]);
    expect(draftNames(desk.places.content)).toHaveLength(4);
  });

  test('are those of a report by their digest or by what they are recognised as', () => {
    const [whole, again] = [digestOf(titles.whole), digestOf(titles.again)];
    expect(draftsOfReport(desk.places.content, '341824/2023', [])).toEqual([whole, again].sort());
    expect(draftsOfReport(desk.places.content, '999999/2023', [whole])).toEqual([whole]);
    expect(filesOfDrafts(desk.places.content, [whole])).toEqual(
      ['capture.txt', 'draft.json', 'record.json'].map((name) => `${draftFolder(whole)}/${name}`),
    );
  });
});

describe('the queue', () => {
  const all = { state: 'open', words: '', others: false } as const;

  test('has what is most doubtful first, and what is no report apart', () => {
    const queue = new DraftQueue(desk.places.content);
    const names = queue.filtered(all).map(({ draft }) => draft.sha256);
    expect(names[0]).toBe(digestOf(titles.nowhere));
    expect(names).toHaveLength(3);
    expect(queue.filtered({ ...all, others: true }).map(({ draft }) => draft.sha256)).toEqual([
      digestOf(titles.notice),
    ]);
    expect(queue.filtered({ ...all, words: '绩溪' })).toHaveLength(2);
    expect(queue.counts()).toEqual({ open: 3, postponed: 0, refused: 0, others: 1 });
  });

  test('sets drafts of one report side by side, and sees what is changed outside', () => {
    const queue = new DraftQueue(desk.places.content);
    const find = () => queue.all().find(({ draft }) => draft.sha256 === digestOf(titles.whole));
    expect(find()?.alike).toEqual([digestOf(titles.again)]);
    expect(queue.all()).toBe(queue.all());
    const file = desk.inContent(`${draftFolder(digestOf(titles.again))}/draft.json`);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('"open"', '"postponed"'));
    expect(queue.counts()).toMatchObject({ open: 2, postponed: 1 });
    writeFileSync(file, before);
  });
});

test('the check tells what is wrong with drafts', () => {
  const other = sampleDesk();
  const folder = other.inContent(`drafts/${'a'.repeat(64)}`);
  mkdirSync(folder, { recursive: true });
  const codes = (): string[] => draftIssues(other.places.content, readSeals).map(({ code }) => code);
  expect(codes()).toEqual(['draft/missing']);
  writeFileSync(join(folder, 'draft.json'), '{');
  expect(codes()).toEqual(['draft/form']);
  const whole = { state: 'open', reason: null, name: 'a', capture: 'capture.txt', addresses: [], captured: null };
  writeFileSync(join(folder, 'draft.json'), JSON.stringify({ ...whole, choices: { region: 'x' }, editReason: null }));
  expect(draftIssues(other.places.content, readSeals)[0]?.message).toContain('choices.region');
  writeFileSync(join(folder, 'draft.json'), JSON.stringify({ ...whole, choices: {}, editReason: null }));
  expect(codes()).toEqual(['draft/capture-missing']);
  writeFileSync(join(folder, 'capture.txt'), 'x');
  writeFileSync(join(folder, 'stray.txt'), 'x');
  mkdirSync(other.inContent('drafts/mine'));
  expect(codes().sort()).toEqual(['draft/altered', 'draft/file-name', 'draft/file-name']);
  rmSync(other.inContent('drafts'), { recursive: true });
  expect(codes()).toEqual([]);
  other.remove();
});
