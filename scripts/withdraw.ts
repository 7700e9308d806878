/** `npm run withdraw -- ID --reason TEXT [--by TEXT] [--dry-run]`: see `usage`. */
import { issueText } from '../src/archive/issue.ts';
import { parsedReportId } from '../src/archive/report-id.ts';
import { heldBuildLock } from '../src/build/build-lock.ts';
import { buildFolders, recoverSite } from '../src/build/site/finished-build.ts';
import { beyondLines, proof, proofLines } from '../src/forgetting/proof.ts';
import { withdrawReport } from '../src/forgetting/withdrawal.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';
import { UnreadableReport } from '../src/import/write/held-reports.ts';

const usage = `npm run withdraw -- 编号 --reason 缘由 [--by 谁] [--dry-run]
撤除一份报告：删去正文、旧版和别的报告没有用到的采集原件，记入 content/withdrawn.csv；
原来的网址改为一页说明（何时、由谁、为何撤除）。最后在内容、缓存和网站的每个文件里核对。
编号如 370304/2022。缘由会公开。只能由 Git 恢复。
  --by 谁      由谁撤除，会公开；不写时为“本库编者”
  --dry-run    什么也不写，只列出会删去什么`;

const isLine = (text: string): boolean => text === text.trim() && !/[\r\n]/.test(text);
const { positionals, values } = commandLine({
  usage,
  options: {
    reason: { type: 'string', default: '' },
    by: { type: 'string', default: '本库编者' },
    'dry-run': { type: 'boolean', default: false },
  },
  needs: ['reason'],
  positionals: { wanted: '一份报告的编号', least: 1, most: 1 },
  faults: ({ positionals: [id], values: { reason, by } }) => [
    ...(id !== undefined && !parsedReportId(id) ? [`编号应如 370304/2022，现为“${id}”`] : []),
    ...(isLine(reason) ? [] : ['--reason 须写在一行内，首尾不能有空白']),
    ...(isLine(by) ? [] : ['--by 须写在一行内，首尾不能有空白']),
  ],
});
const [id = ''] = positionals;
const { reason, by, 'dry-run': isDry } = values;
const { cache, out, shards } = settings();
const content = standingFolder(settings().content, 'ARCHIVE_CONTENT');
if (!isDry) {
  await heldBuildLock(out, cache);
  recoverSite(buildFolders(out));
}
try {
  const withdrawn = withdrawReport({ content, id, by, reason, today: new Date().toISOString().slice(0, 10), isDry });
  if (!withdrawn) {
    console.error(`库中没有 ${id}`);
    process.exitCode = 1;
  } else {
    const { files, shared, passages } = withdrawn;
    console.log([isDry ? '会删去：' : '已删去：', ...files.map((file) => `  ${file}`)].join('\n'));
    for (const { file, holder } of shared) console.log(`  ${file} 留着：${holder} 也用它`);
    console.log(`${isDry ? '会记入' : '已记入'} withdrawn.csv：${reason}`);
    if (!isDry) {
      console.log(
        passages.length === 0
          ? '全文没有一段是别的报告里没有的，无从核对'
          : `以全文各处的 ${passages.length} 段原文逐个文件核对……`,
      );
      const found =
        passages.length === 0 ? null : await proof({ content, cache, out, shards }, passages, { purges: true });
      console.log([...(found ? proofLines(found) : []), ...beyondLines(content, files)].join('\n'));
      console.log('要恢复，只能从 Git 取回这些文件，并删去 withdrawn.csv 里的一行');
    }
  }
} catch (error) {
  if (!(error instanceof UnreadableReport)) throw error;
  console.error(error.issues.map(issueText).join('\n'));
  process.exitCode = 1;
}
