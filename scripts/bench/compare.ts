/**
 * `npm run bench -- compare`, see `usage`: two reports compared in Chromium on a
 * processor slowed so many times, from the opening of the address to the finished comparison. Builds nothing.
 * Chromium slows the page and not its workers, so what the comparing thread took is multiplied here.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parsedReportId } from '../../src/archive/report-id.ts';
import { startedChromium } from '../../src/host/chromium.ts';
import { commandLine } from '../../src/host/command-line.ts';
import { fileServer } from '../../src/host/plain-host.ts';
import { machine } from './machine.ts';
import { record } from './measurement.ts';

const usage = `npm run bench -- compare [选项]    在放慢的处理器上打开两份报告的对照，测量秒数
  --site 文件夹    已生成的网站，默认 dist
  --a 编号 --b 编号    哪两份，默认 341824/2023 和 370304/2022
  --slower 4       处理器放慢几倍
  --times 5        测几次`;

const { values } = commandLine({
  usage,
  options: {
    site: { type: 'string', default: 'dist' },
    a: { type: 'string', default: '341824/2023' },
    b: { type: 'string', default: '370304/2022' },
    slower: { type: 'string', default: '4' },
    times: { type: 'string', default: '5' },
  },
  faults: ({ values: { a, b, slower, times } }) => [
    ...[a, b].filter((id) => !parsedReportId(id)).map((id) => `编号应如 370304/2022，现为“${id}”`),
    ...[slower, times]
      .filter((value) => !/^[1-9]\d*$/.test(value))
      .map((value) => `倍数和次数应是正整数，现为“${value}”`),
  ],
});
if (!existsSync(join(values.site, 'compare', 'index.html'))) {
  console.error(`${values.site} 里没有生成的网站：先 npm run build，或用 --site 指明`);
  process.exit(2);
}

const server = await fileServer(values.site);
const browser = await startedChromium();
const times: number[] = [];
let lengths: number[] = [];
/** Notes how long the worker took from question to answer. */
const timedWorkers = `{
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...message) {
    const begun = performance.now();
    this.addEventListener('message', () => { globalThis.workerTook = performance.now() - begun; }, { once: true });
    post.apply(this, message);
  };
}`;
const slower = Number(values.slower);
for (let i = 0; i < Number(values.times); i++) {
  const context = await browser.newContext();
  await context.addInitScript(timedWorkers);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const begun = performance.now();
  await page.goto(`${server.home}compare/?a=${values.a}&b=${values.b}`);
  await page.locator('[data-compare-state="done"]').waitFor({ timeout: 120_000 });
  const whole = performance.now() - begun;
  const worker = Number(await page.evaluate('globalThis.workerTook'));
  times.push(whole + (slower - 1) * worker);
  lengths = await Promise.all(
    ['甲', '乙'].map(async (side) => {
      const texts = await page.locator(`.compared td[data-side="${side}"] p`).allTextContents();
      return [...texts.join('')].length;
    }),
  );
  await context.close();
}
await browser.close();
server.close();
const middle = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
record({
  name: `compare-${slower}`,
  title: `处理器慢 ${slower} 倍`,
  command: `compare --a ${values.a} --b ${values.b} --slower ${slower} --times ${times.length}`,
  machine: machine(),
  found: [
    `| 报告 | 字数 | 次数 | 中位秒 | 最长秒 |`,
    '|---|---:|---:|---:|---:|',
    `| ${values.a}，${values.b} | ${lengths.join('，')} | ${times.length} | ${(middle / 1000).toFixed(2)} | ${(Math.max(...times) / 1000).toFixed(2)} |`,
  ].join('\n'),
});
