/** `npm run edition`, see `usage`: the archive as a folder of files that opens without a server. */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { regionTree } from '../src/archive/region-tree.ts';
import { contentFolder } from '../src/build/content-folder.ts';
import { type EditionScope, writeEditionContent } from '../src/build/edition/edition-content.ts';
import { refuseOtherFolder, writeEdition } from '../src/build/edition/edition-writing.ts';
import { writeEditionZip } from '../src/build/edition/edition-zip.ts';
import { manifestIn } from '../src/build/site-manifest.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { commandLine } from '../src/host/command-line.ts';
import { ExpectedFailure } from '../src/host/expected-failure.ts';
import { environmentWith, settings } from '../src/host/settings.ts';

/** Above so many reports, pages of reports stand in packs: each in its own file they would fill a stick with folders. */
const mostPages = 3000;

const usage = `npm run edition -- --province 14 --out 文件夹    把文库的一部分或全部写成文件版：不用服务器，双击 index.html 即可阅读、浏览、检索
  --province 14      一省：省级代码的前两位
  --year 2023        一年，或 2019-2024；可与 --province 同用
  --whole            全部
  --site 文件夹      与 --whole 同用：取 npm run build 已生成的网站，不再生成一遍
  --packed           报告的网页合装成包，由程序取出显示，文件少得多；超过 ${mostPages} 份时总是如此
  --without-captures 不带采集原件；合装成包时不写 --captures 也不带
  --captures         合装成包时也带采集原件
  --day 2026-11-25   制成的日期；不写时为今天
  --zip              另存为一个 ZIP 文件，名为“文件夹.zip”
  --out              写到哪里：须不存在、为空，或是先前写成的文件版，那就换成新的
内容文件夹由环境变量 ARCHIVE_CONTENT 指定，未指定时为 content`;

const yearsOf = (text: string): readonly [number, number] | null => {
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  return from === undefined || Number(from) > Number(to) ? null : [Number(from), Number(to)];
};
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const { values } = commandLine({
  usage,
  options: {
    province: { type: 'string' },
    year: { type: 'string' },
    whole: { type: 'boolean', default: false },
    site: { type: 'string' },
    packed: { type: 'boolean', default: false },
    captures: { type: 'boolean', default: false },
    'without-captures': { type: 'boolean', default: false },
    day: { type: 'string' },
    zip: { type: 'boolean', default: false },
    out: { type: 'string', default: '' },
  },
  needs: ['out'],
  faults: ({ values: { out, province, year, whole, site, day, captures, 'without-captures': without } }) => [
    ...(province !== undefined && !/^\d{2}$/.test(province)
      ? [`--province 须为省级代码的前两位，如 14，现为“${province}”`]
      : []),
    ...(year !== undefined && yearsOf(year) === null ? [`--year 须为年份，如 2023 或 2019-2024，现为“${year}”`] : []),
    ...(day !== undefined && !isDay(day) ? [`--day 应为日期，如 2026-11-25，现为“${day}”`] : []),
    ...(out !== '' && whole === (province !== undefined || year !== undefined)
      ? ['写明要哪一部分：--province、--year，或者 --whole（全部）']
      : []),
    ...(site !== undefined && !whole ? ['--site 只与 --whole 同用：一部分须另行生成'] : []),
    ...(captures && without ? ['--captures 与 --without-captures 只能用一个'] : []),
  ],
});

/** Builds a site in a process of its own; throws `ExpectedFailure` where that fails, having said why. */
async function built(content: string, out: string, cache: string): Promise<void> {
  const env = environmentWith({
    ARCHIVE_CONTENT: content,
    ARCHIVE_OUT: out,
    ARCHIVE_CACHE: cache,
    ARCHIVE_PAGEFIND: '0',
  });
  const child = fork(new URL('./build.ts', import.meta.url), { env });
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  if (code !== 0) throw new ExpectedFailure('没有生成，文件版没有写');
}

const out = resolve(values.out);
refuseOtherFolder(out);
const content = contentFolder(settings().content);
const tree = regionTree(readRegionRegister(content).regions);
const scope: EditionScope = {
  province: values.province ?? null,
  years: values.year === undefined ? null : yearsOf(values.year),
};
const place = scope.province === null ? null : tree.region(`${scope.province}0000`, new Date().getFullYear());
if (scope.province !== null && !place)
  throw new ExpectedFailure(`地区登记里没有 ${scope.province}0000，--province 须为省级代码的前两位`);
const [from, to] = scope.years ?? [];
const scopeName = [
  ...(place ? [place.name] : []),
  ...(from === undefined || to === undefined ? [] : [from === to ? `${from}年度` : `${from}—${to}年度`]),
];

const { cache } = settings();
mkdirSync(cache, { recursive: true });
const work = mkdtempSync(join(resolve(cache), 'edition-'));
try {
  let site = values.site;
  if (site === undefined) {
    const own = values.whole ? content : join(work, 'content');
    if (!values.whole && writeEditionContent(content, own, scope) === 0)
      throw new ExpectedFailure(`${scopeName.join('')}没有一份报告，文件版没有写`);
    site = join(work, 'site');
    await built(own, site, join(work, 'cache'));
  }
  const manifest = manifestIn(site);
  const held = manifest === null || manifest === 'damaged' ? 0 : manifest.reports;
  const isPacked = values.packed || held > mostPages;
  const { reports, files, bytes } = await writeEdition({
    site,
    out,
    isPacked,
    hasCaptures: values.captures || (!isPacked && !values['without-captures']),
    scope: scopeName.join('，') || '全库',
    day: values.day ?? new Date().toISOString().slice(0, 10),
  });
  console.log(`文件版已写入 ${out}：${reports} 份报告，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB`);
  console.log('用浏览器打开其中的 index.html；整个文件夹可以拷到 U 盘');
  if (values.zip) {
    const zipped = await writeEditionZip(out, `${out}.zip`);
    console.log(`另存为 ${out}.zip，${(zipped / 1e6).toFixed(1)} MB`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
