/**
 * `npm run bench -- pages [SITE]`: how heavy the pages of a built site are (`dist` where none is named), by kind: how
 * many, the heaviest, the most links. Exits with 1 when a page other than a report's passes 100 kB of HTML.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { settings } from '../../src/host/settings.ts';

const bound = 100_000;
const { positionals } = parseArgs({ allowPositionals: true });
const [site = settings().out] = positionals;

const pages = globSync('**/*.html', { cwd: site }).map((file) => {
  const html = readFileSync(join(site, file));
  const path = file.split(sep).join('/');
  return { path, kind: path.split('/')[0] ?? '', bytes: html.length, links: html.toString().split('<a ').length - 1 };
});
for (const [kind, some] of [...Map.groupBy(pages, ({ kind }) => kind)].sort()) {
  const heaviest = some.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const fullest = some.reduce((a, b) => (b.links > a.links ? b : a));
  console.log(
    `${kind}: ${some.length} 页，最大 ${heaviest.bytes} 字节（${heaviest.path}），链接最多 ${fullest.links}（${fullest.path}）`,
  );
}
const heavy = pages.filter(({ kind, bytes }) => kind !== 'reports' && bytes > bound);
for (const { path, bytes } of heavy) console.error(`超过 ${bound} 字节：${path} ${bytes}`);
process.exit(heavy.length > 0 ? 1 : 0);
