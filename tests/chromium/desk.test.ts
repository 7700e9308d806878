import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { draftNames } from '../../src/desk/drafts/draft.ts';
import { type DeskServer, deskServer } from '../../src/desk/server/desk-server.ts';
import type { FileServer } from '../../src/host/plain-host.ts';
import { digestOf, type SampleDesk, sampleDesk, sampleText } from '../desk/desk-sample.ts';
import { siteTest as test } from './site-test.ts';

const signed = (name: string): string => `${name}\n2024年1月20日`;
const nav = '首页 > 政务公开 > 法治政府\n我县今天召开全县工作会议，部署安排下一步工作。会议要求各乡镇抓好落实。\n';
const report = (place: string, seed: number, end = signed(`${place}人民政府`)): string =>
  sampleText({ title: `${place}2023年度法治政府建设情况报告`, signature: end, seed });
const held = report('祁门县', 17);

/** Ten captures, each with a doubt of its own. */
const texts = {
  ambiguous: report('鼓楼区', 11),
  nowhere: sampleText({ title: '2022年度法治政府建设情况报告', seed: 12 }),
  yearless: sampleText({ title: '歙县法治政府建设情况报告', signature: '歙县人民政府', seed: 13 }),
  unnamed: sampleText({ title: '2021年度法治政府建设情况报告', opening: '现将我局有关情况报告如下：', seed: 14 }),
  department: report('绩溪县茶产业发展中心', 15, signed('绩溪县茶产业发展中心')),
  prose: `${nav}${report('黟县', 21)}`,
  later: report('祁门县', 18, '祁门县人民政府\n2024年5月20日'),
  copy: held.replace('薄弱', '较弱'),
  letter: report('休宁县', 19).replace('规范执法行为', '规范执法行位'),
  untitled: sampleText({
    opening: '2020年，绩溪县全面推进法治政府建设，现将绩溪县2020年度法治政府建设情况报告如下：',
    seed: 20,
  }),
} as const;

let sample: SampleDesk;
let desk: DeskServer;
let server: FileServer;

beforeAll(async () => {
  sample = sampleDesk();
  for (const text of [held, ...Object.values(texts)]) sample.collect(text);
  desk = deskServer(sample.places);
  desk.server.listen(0, '127.0.0.1');
  await once(desk.server, 'listening');
  server = { home: desk.address(), close: () => undefined };
  await desk.intake.takeCollected();
  const first = digestOf(held);
  await desk.desk.accept(first, desk.desk.revision(desk.desk.draft(first)));
});
afterAll(async () => {
  await desk.close();
  sample.remove();
});

const said = (page: Page, words: RegExp | string): Promise<void> =>
  page.locator('#said').filter({ hasText: words }).waitFor();
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Opens a draft from the queue by keyboard: as far down as it stands. */
async function opened(page: Page, text: string): Promise<void> {
  await press(page, 'u');
  await page.locator('body[data-ready] main[data-page=queue]').waitFor();
  const rows = await page.locator('.queue a').evaluateAll((links) => links.map(({ id }) => id));
  const at = rows.indexOf(`d-${digestOf(text)}`);
  for (let step = 0; step <= at; step++) await press(page, 'j');
  await press(page, 'Enter');
  await page.locator(`body[data-ready] main[data-draft="${digestOf(text)}"]`).waitFor();
}

/** Goes by j to the doubt of a code and presses the key of one of its choices. */
async function decided(page: Page, code: string, key: string): Promise<void> {
  const codes = await page.locator('.issues > li code').allTextContents();
  const at = codes.findIndex((one) => one.startsWith(code));
  expect([code, at]).not.toEqual([code, -1]);
  await press(page, 'Escape');
  await page.locator('main h1').focus();
  for (let step = 0; step <= at; step++) await press(page, 'j');
  await press(page, key);
}

/** Fills in the field that the focus is on. */
async function filled(page: Page, id: string, value: string): Promise<void> {
  await page.locator(`#${id}:focus`).waitFor();
  await page.keyboard.insertText(value);
  await press(page, 'Enter');
  await said(page, /已改/);
  await press(page, 'Escape');
}

async function accepted(page: Page, path: string): Promise<void> {
  await press(page, 'a');
  await said(page, `已收录：${path}`);
  expect(existsSync(sample.inContent(path))).toBe(true);
}

test('ten drafts with every kind of doubt are brought to acceptance by keyboard alone', async ({ openPage }) => {
  const { page, complaints, violations } = await openPage({}, server);
  await page.goto(server.home);
  await page.locator('body[data-ready] .queue').waitFor();
  expect(await violations()).toEqual([]);
  await press(page, '?');
  await page.locator('dialog[open]').waitFor();
  await press(page, 'Escape');

  await opened(page, texts.ambiguous);
  expect(await violations()).toEqual([]);
  await decided(page, 'region/ambiguous', '1');
  await said(page, '已改，可以收录');
  await accepted(page, 'reports/32/320106/2023.md');

  await opened(page, texts.nowhere);
  await press(page, 'f');
  await filled(page, 'field-region', '341824');
  await decided(page, 'issuer/unknown', '1');
  await said(page, '已改，可以收录');
  await accepted(page, 'reports/34/341824/2022.md');

  await opened(page, texts.yearless);
  await decided(page, 'year/unknown', '1');
  await filled(page, 'field-year', '2019');
  await accepted(page, 'reports/34/341021/2019.md');

  await opened(page, texts.unnamed);
  await press(page, 'f');
  await filled(page, 'field-region', '341824');
  await decided(page, 'issuer/', '2');
  await filled(page, 'field-issuer', '绩溪县司法局');
  await accepted(page, 'reports/34/341824/2021-justice-bureau.md');

  await opened(page, texts.department);
  await decided(page, 'issuer/no-slug', '1');
  await said(page, /已在 issuers.yaml 登记/);
  await press(page, 'a');
  await said(page, /已收录：reports\/34\/341824\/2023-/);

  await opened(page, texts.prose);
  await decided(page, 'chrome/prose', '1');
  await said(page, '已改，可以收录');
  await accepted(page, 'reports/34/341023/2023.md');

  await opened(page, texts.copy);
  await decided(page, 'report/', '2');
  await said(page, /还有 1 处/);
  await decided(page, 'source/differs', '1');
  await said(page, '已改，可以收录');
  await press(page, 'a');
  await said(page, '已收录：reports/34/341024/2023.md');

  await opened(page, texts.later);
  await decided(page, 'report/held', '1');
  await said(page, '已改，可以收录');
  await press(page, 'a');
  await said(page, '已收录：reports/34/341024/2023.md');
  expect(existsSync(sample.inContent('reports/34/341024/2023.v1.md'))).toBe(true);

  await opened(page, texts.untitled);
  await decided(page, 'title/missing', '1');
  await filled(page, 'field-title', '绩溪县2020年度法治政府建设情况报告');
  await decided(page, 'date/published', '1');
  await filled(page, 'field-published', '2021-01-30');
  await accepted(page, 'reports/34/341824/2020.md');

  await opened(page, texts.letter);
  await press(page, 'e');
  await page.locator('#text:focus').waitFor();
  // The letter is changed as a curator would: the word is sought, the cursor goes there, the letter is typed.
  await page.locator('#text').evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('行位');
    area.setSelectionRange(at + 1, at + 2);
  });
  await page.keyboard.insertText('为');
  await page.reload();
  await page.locator('#departures ins').filter({ hasText: '行为' }).waitFor();
  expect(await page.locator('#text').inputValue()).toContain('规范执法行为');
  await press(page, 'a');
  await said(page, /理由/);
  await press(page, 'w');
  await page.locator('#edit-reason:focus').waitFor();
  await page.keyboard.insertText('原件错字');
  await press(page, 'Enter');
  await said(page, '理由已记下');
  await press(page, 'Escape', 'v');
  await page.locator('body[data-ready] main[data-page=preview] ins').filter({ hasText: '行为' }).waitFor();
  expect(await violations()).toEqual([]);
  await press(page, 'v');
  await page.locator('body[data-ready] main[data-page=draft]').waitFor();
  await accepted(page, 'reports/34/341022/2023.md');
  expect(readFileSync(sample.inContent('reports/34/341022/2023.md'), 'utf8')).toContain('原件错字');

  expect(draftNames(sample.places.content)).toEqual([]);
  // The desk says by 409 what stands against an act, which the browser notes as an error of its own.
  expect(complaints.filter((words) => !words.includes('409'))).toEqual([]);
});

test('a narrow page in the dark shows a draft that was dropped on it whole', async ({ openPage }) => {
  const { page, violations } = await openPage({ viewport: { width: 375, height: 700 }, colorScheme: 'dark' }, server);
  await page.goto(server.home);
  expect(await page.textContent('body')).toContain('没有放行');
  const again = deskServer(sample.places);
  again.server.listen(0, '127.0.0.1');
  await once(again.server, 'listening');
  await page.goto(again.address());
  await page.locator('#drop-file').setInputFiles({
    ...{ name: '歙县2021.txt', mimeType: 'text/plain' },
    buffer: Buffer.from(sampleText({ title: '歙县2021年度法治政府建设工作报告', signature: '歙县人民政府', seed: 9 })),
  });
  await page.locator('body[data-ready] main[data-page=draft]').waitFor();
  expect(await violations()).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
  await press(page, 'p');
  await said(page, '已搁置');
  await again.close();
});
