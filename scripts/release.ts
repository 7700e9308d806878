/** `npm run release [-- --day DAY]`: see `usage`. */
import { regionTree } from '../src/archive/region-tree.ts';
import { checkContent } from '../src/build/check-content.ts';
import { contentFolder } from '../src/build/content-folder.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { soundReleases } from '../src/content-files/releases/release-files.ts';
import { makeRelease } from '../src/content-files/releases/release-making.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';

const usage = `npm run release [-- --day 2026-11-25]    把现有内容定为一号发布版，写入 content/releases/编号/
  release.json  编号、日期、份数、前一号的校验值
  reports.csv   每份文本的编号、版次、层级、机关种类、SHA-256；不含正文
  changes.csv   与前一号相比，增加、改动、减少的文本
  SHA256SUMS    全部内容和上面各文件的校验值，在内容文件夹里用 sha256sum -c 核对；可用 minisign 签名，或加 OpenTimestamps 时间戳，放在它旁边
已有的发布版从不改动。内容与最近一号相同时什么也不写。
  --day  发布的日期；不写时为今天。同样的内容和日期，写出的文件逐字节相同
内容文件夹由环境变量 ARCHIVE_CONTENT 指定，未指定时为 content`;

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const { values } = commandLine({
  usage,
  options: { day: { type: 'string' } },
  faults: ({ values: { day } }) =>
    day === undefined || isDay(day) ? [] : [`--day 应为日期，如 2026-11-25，现为“${day}”`],
});
const content = contentFolder(settings().content);
const { isSound } = await checkContent(content, { quiet: true, cache: settings().cache });
if (!isSound) {
  console.error('内容有错误，没有发布；改正后再运行');
  process.exit(1);
}
const tree = regionTree(readRegionRegister(content).regions);
const made = makeRelease(content, tree, values.day ?? new Date().toISOString().slice(0, 10));
if (made === null) {
  const last = soundReleases(content).at(-1);
  console.log(`内容与第 ${last?.number} 号发布版（${last?.day}）相同，没有写新的一号`);
} else {
  const { head, changes } = made;
  const count = (change: string): number => changes.filter((one) => one.change === change).length;
  console.log(`第 ${head.number} 号发布版（${head.day}）已写入 ${content}/releases/${head.number}`);
  console.log(`${head.reports} 份报告，${head.texts} 份文本，${head.captures} 份采集原件`);
  console.log(`与前一号相比：增加 ${count('added')}，改动 ${count('changed')}，减少 ${count('removed')}`);
}
