import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Download, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterEach, describe, expect } from 'vitest';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { markdownFile } from '../../src/exports/markdown-file.ts';
import { plainTextFile } from '../../src/exports/plain-text-file.ts';
import { savedFileName } from '../../src/exports/saved-report.ts';
import { readDocx } from '../../src/import/read/docx/docx.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { savedSample } from '../exports/saved-sample.ts';
import { type OpenedPage, siteTest } from './site-test.ts';

let opened: OpenedPage;
let page: Page;

const test = siteTest
  .extend('open', ({ openPage }) => async (options: BrowserContextOptions = {}): Promise<void> => {
    opened = await openPage(options);
    page = opened.page;
  })
  /** Goes to a report's page and wakes the reading room with a movement, as a reader would. */
  .extend('goto', ({ server }) => async (path: string): Promise<void> => {
    await page.goto(server.home + path);
    await page.mouse.move(5, 5);
    await page.mouse.move(9, 9);
    await page.locator('.anchor').first().waitFor({ state: 'attached' });
  })
  /** Opens a report's page and one of its tools by the tool's key. */
  .extend('openTool', ({ open, goto }) => async (path: string, key: string, options: BrowserContextOptions = {}) => {
    await open({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    await page.clock.setFixedTime(new Date(2026, 10, 22, 9));
    await goto(path);
    await page.keyboard.press(key);
  });

afterEach(() => expect(opened.complaints).toEqual([]));

const bare = (text: string): string => text.replace(/\s+/g, '');

async function saved(button: string): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { download, bytes: await readFile(await download.path()) };
}

/** What the curators' file of a report holds. */
async function held(file: string) {
  const { report, body } = readReportFile(await readFile(`content/reports/${file}.md`, 'utf8'), file);
  if (!report) throw new Error(`${file} is not sound`);
  return { report, blocks: reportBlocks(body) };
}

describe.for([
  ['reports/140404/2024/', '14/140404/2024', '上党区-2024-'],
  ['reports/120102/2024-justice-bureau/', '12/120102/2024-justice-bureau', '河东区-2024-'],
] as const)('%s is saved', ([path, file, name]) => {
  test('as Word, opened again with every heading and every letter', async ({ server, openTool }) => {
    await openTool(path, 'd');
    const { download, bytes } = await saved('Word 文档');
    const { report, blocks } = await held(file);
    expect(download.suggestedFilename()).toBe(`${name}${report.title}.docx`);
    const { lines } = readDocx(new Uint8Array(bytes));
    const headings = lines.flatMap((line) => (line.kind === 'text' && line.isMarkedHeading ? [line.text] : []));
    expect(headings).toEqual(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])));
    const texts = lines.map((line) => (line.kind === 'text' ? line.text : line.rows.flat().join('')));
    const body = blocks.map((block) =>
      block.kind === 'table'
        ? block.rows
            .flat()
            .map(({ text }) => text)
            .join('')
        : block.text,
    );
    const source = texts.findIndex((text) => text.startsWith('出处：'));
    expect(bare(texts.slice(0, source).join(''))).toBe(bare(report.title + body.join('')));
    expect(texts[source]).toContain(`[2026-11-22]. ${server.home}${path}.`);
    const { length: doubts } = report.notes;
    expect(texts.slice(source).join('').includes(`正文有 ${doubts} 处存疑`)).toBe(doubts > 0);
    expect(texts.slice(source).join('').includes('标题不见于原文')).toBe(report.titleBasis === 'inferred');
  });

  test('as Markdown and as plain text, the same whether read from the page or from the file', async ({
    server,
    openTool,
  }) => {
    await openTool(path, 'd');
    const { report, blocks } = await held(file);
    const markdown = (await saved('Markdown')).bytes.toString('utf8');
    const sample = savedSample(blocks, {
      title: report.title,
      isTitleInferred: report.titleBasis === 'inferred',
      authors: report.issuers.map((issuer) => issuer.name),
      issued: report.published?.value ?? report.signed?.value ?? null,
      address: server.home + path,
      doubted: report.notes.length,
      archive: '法治政府建设年度报告文库',
      regionPath: report.regionPath,
      year: report.year,
    });
    expect(markdown).toBe(markdownFile(sample));
    const { download, bytes } = await saved('纯文本');
    expect(download.suggestedFilename()).toBe(savedFileName(sample, 'txt'));
    expect(bytes.toString('utf8')).toBe(plainTextFile(sample));
  });
});

test('tables, footnotes, run-in headings and letters that look like markup are saved as they are', async ({
  goto,
  open,
}) => {
  const body = `## 一、虚构的举措 & <成效>[^1]

**一是深入学习**。落实“5:1”的要求[^2]，见 a\\_b 和 \\[x\\](y)。

| 事项 | 件数[^1] |
| --- | --- |
| 行政复议 | 32 |

##### 末级标题

[^1]: 含结转。

[^2]: 见附表[^1]。
`;
  await open();
  await page.route('**/reports/140404/2024/', async (route) => {
    const whole = await (await route.fetch()).text();
    const { html } = renderedReport({ notes: [] }, body);
    await route.fulfill({
      body: whole.replace(/(<article class="t">)[\s\S]*(<\/article>)/, (_, a, b) => a + html + b),
    });
  });
  await goto('reports/140404/2024/');
  await page.keyboard.press('d');
  const blocks = reportBlocks(body);
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table', 'heading', 'footnote', 'footnote']);
  const markdown = (await saved('Markdown')).bytes.toString('utf8');
  const lines = markdownFile(savedSample(blocks)).split('\n\n');
  expect(markdown.split('\n\n').slice(1, 1 + blocks.length)).toEqual(lines.slice(1, 1 + blocks.length));
  const { lines: word } = readDocx(new Uint8Array((await saved('Word 文档')).bytes));
  expect(word.find((line) => line.kind === 'table')).toMatchObject({
    rows: [
      ['事项', '件数1'],
      ['行政复议', '32'],
    ],
  });
});

test('the files are offered with their sizes, by keyboard, and axe finds nothing', async ({ openTool }) => {
  await openTool('reports/140404/2024/', 'd');
  const word = page.getByRole('button', { name: 'Word 文档' });
  await word.waitFor();
  expect(await page.getByRole('region', { name: '保存' }).textContent()).toMatch(
    /\.docx，\d+ KB.*\.md，\d+ KB.*\.txt，\d+ KB/s,
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await word.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await opened.violations()).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await page
    .getByRole('status')
    .filter({ hasText: `已交给浏览器保存：${download.suggestedFilename()}` })
    .waitFor();
});

test('in WeChat, where files cannot be saved, the tool says so', async ({ openTool }) => {
  await openTool('reports/140404/2024/', 'd', { userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50' });
  await page.getByRole('region', { name: '保存' }).getByText('微信里不能保存文件').waitFor();
});

describe('sharing', () => {
  /** What a camera would read off the page: the code as painted. */
  async function scanned(): Promise<string> {
    const picture = (await page.locator('svg.qr').screenshot()).toString('base64');
    const blank = await opened.context.newPage();
    const image = await blank.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.drawImage(bitmap, 0, 0);
      const { width, height, data: pixels } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width, height, pixels: [...pixels] };
    }, picture);
    await blank.close();
    return decodeQR({ width: image.width, height: image.height, data: Uint8ClampedArray.from(image.pixels) });
  }

  test.for(['light', 'dark'] as const)(
    'the code holds the address, in the %s scheme too, and has a name',
    async (colorScheme, { server, openTool }) => {
      await openTool('reports/140404/2024/', 'h', { colorScheme });
      const address = `${server.home}reports/140404/2024/`;
      await page.getByRole('img', { name: `网址的二维码：${address}` }).waitFor();
      expect(await scanned()).toBe(address);
      expect(await opened.violations()).toEqual([]);
      await page.getByRole('checkbox', { name: '指向当前一段' }).check();
      const paragraph = await scanned();
      expect(paragraph).toMatch(/#p-[0-9a-f]{8}/);
      expect(await page.locator(`article ${new URL(paragraph).hash}`).count()).toBe(1);
    },
  );

  test('without a sheet of the system the address is copied', async ({ server, openTool }) => {
    await openTool('reports/140404/2024/', 'h');
    await page.getByRole('button', { name: '复制网址', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '已复制网址' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${server.home}reports/140404/2024/`);
    expect(await page.getByRole('button', { name: '用系统分享' }).count()).toBe(
      await page.evaluate(`'share' in navigator ? 1 : 0`),
    );
  });

  test('where there is one, it gets title and address; closing it is no fault', async ({ server, goto, open }) => {
    await open();
    await opened.context.addInitScript(`navigator.share = async (given) => {
      if (globalThis.given) throw new DOMException('closed', 'AbortError');
      globalThis.given = given;
    }`);
    await goto('reports/140404/2024/');
    await page.keyboard.press('h');
    const share = page.getByRole('button', { name: '用系统分享' });
    await share.click();
    expect(await page.evaluate('given')).toEqual({
      title: '中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告',
      url: `${server.home}reports/140404/2024/`,
    });
    await share.click();
    expect(await page.getByRole('region', { name: '分享' }).getByText('没有接受').count()).toBe(0);
  });
});

test('no tool is loaded before it is asked for', async ({ goto, open }) => {
  await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await goto('reports/140404/2024/');
  await page.waitForLoadState('networkidle');
  const tools = (): string[] =>
    asked.filter((path) => /save-report|share-report|glossary|capture-view|find-in-report|quotation\./.test(path));
  expect(tools()).toEqual([]);
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Word 文档' }).waitFor();
  expect(tools().every((path) => path.includes('save-report'))).toBe(true);
  expect(tools().length).toBe(1);
});
