/**
 * `npm run bench -- pages`, see `usage`: how heavy the pages of a built site are (`dist` where none is named), by kind: how
 * many, the heaviest, the most links. Exits with 1 when a page other than a report's passes 100 kB of HTML.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { commandLine } from '../../src/host/command-line.ts';
import { settings } from '../../src/host/settings.ts';
import { standingFolder } from '../../src/host/standing-folder.ts';
import { machine } from './machine.ts';
import { record } from './measurement.ts';

const bound = 100_000;
const usage = `npm run bench -- pages [文件夹]    已生成的网站各类页面有多重，默认 dist；报告以外的页超过 ${bound} 字节时以 1 退出
  没有选项`;

const { positionals } = commandLine({
  usage,
  options: {},
  positionals: { wanted: '一个网站的文件夹', least: 0, most: 1 },
});
const site = standingFolder(positionals[0] ?? settings().out, '命令或 ARCHIVE_OUT');

const pages = globSync('**/*.html', { cwd: site }).map((file) => {
  const html = readFileSync(join(site, file));
  const path = file.split(sep).join('/');
  return { path, kind: path.split('/')[0] ?? '', bytes: html.length, links: html.toString().split('<a ').length - 1 };
});
const rows: string[] = [];
for (const [kind, some] of [...Map.groupBy(pages, ({ kind }) => kind)].sort()) {
  const heaviest = some.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const fullest = some.reduce((a, b) => (b.links > a.links ? b : a));
  rows.push(
    `| \`${kind}\` | ${some.length} | ${heaviest.bytes} | \`${heaviest.path}\` | ${fullest.links} | \`${fullest.path}\` |`,
  );
}
const reports = globSync('reports/*/*/index.html', { cwd: site }).length;
record({
  name: `pages-${reports}`,
  title: `${reports.toLocaleString('en')} 份`,
  command: 'pages',
  machine: machine(),
  found: [
    '| 地址开头 | 页 | 最大字节 | 是哪一页 | 链接最多 | 是哪一页 |',
    '|---|---:|---:|---|---:|---|',
    ...rows,
  ].join('\n'),
});
const heavy = pages.filter(({ kind, bytes }) => kind !== 'reports' && bytes > bound);
for (const { path, bytes } of heavy) console.error(`超过 ${bound} 字节：${path} ${bytes}`);
process.exit(heavy.length > 0 ? 1 : 0);
