/** `npm run verify`, see `usage`: whether a published site is what it says, or what another build is. */
import { manifestName } from '../src/build/site-manifest.ts';
import { siteSource } from '../src/build/site-source.ts';
import {
  faultsOf,
  isSameStatement,
  type SiteVerification,
  siteVerification,
  statedSite,
  verificationLines,
} from '../src/build/site-verification.ts';
import { commandLine } from '../src/host/command-line.ts';
import { ExpectedFailure } from '../src/host/expected-failure.ts';
import { progress } from '../src/host/progress.ts';

const usage = `npm run verify -- 网址或文件夹 [--against 文件夹]    逐个核对网站的文件
  照网站自己的清单 manifest.json 核对；给出 --against 的，照那个文件夹里另一次生成的清单核对
  列出缺失、多出、不同的文件，一个也没有时以 0 退出，否则以 1 退出
  网站上多出而清单里没有的文件，只有核对文件夹时看得出来`;

const { values, positionals } = commandLine({
  usage,
  options: { against: { type: 'string' } },
  positionals: { wanted: '一个网址（http:// 或 https:// 开头）或文件夹', least: 1, most: 1 },
});

const source = siteSource(positionals[0] ?? '');
const stated = await statedSite(source);
const fresh = values.against === undefined ? null : siteSource(values.against);
const statedFresh = fresh && (await statedSite(fresh));
for (const [place, found] of [[source, stated] as const, ...(fresh ? [[fresh, statedFresh] as const] : [])]) {
  if (found) {
    const { commit, commitMissing, node, reports } = found.manifest;
    console.log(`${place.name}：${reports} 份报告，提交 ${commit ?? `不详（${commitMissing}）`}，Node ${node}`);
  } else if (place === fresh || !fresh) throw new ExpectedFailure(`${place.name} 没有清单 manifest.json，无从核对`);
  else console.log(`${place.name} 没有清单 manifest.json`);
}
const listed = stated?.files ?? {};
const phase: { told?: ReturnType<typeof progress> } = {};
let found: SiteVerification = await siteVerification(source, statedFresh?.files ?? listed, listed, (done, total) => {
  phase.told ??= progress('核对', '个文件', total);
  phase.told.reach(done);
});
if (stated && statedFresh && !isSameStatement(stated, statedFresh))
  found = { ...found, differing: [manifestName, ...found.differing] };
console.log(verificationLines(found, fresh !== null).join('\n'));
process.exitCode = faultsOf(found) === 0 ? 0 : 1;
