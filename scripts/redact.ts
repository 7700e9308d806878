/** `npm run redact -- ID --reason TEXT [--name -] [--variants] [--dry-run]`: see `usage`. */
import { issueText } from '../src/archive/issue.ts';
import { parsedReportId } from '../src/archive/report-id.ts';
import { heldBuildLock } from '../src/build/build-lock.ts';
import { buildFolders, recoverSite } from '../src/build/site/finished-build.ts';
import { beyondLines, proof, proofLines } from '../src/forgetting/proof.ts';
import { redactName } from '../src/forgetting/redaction.ts';
import { isSaid } from '../src/forgetting/scan.ts';
import { soughtText } from '../src/forgetting/sought-text.ts';
import { askedText } from '../src/host/asked-text.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';
import { UnreadableReport } from '../src/import/write/held-reports.ts';

const usage = `npm run redact -- 编号 --reason 缘由 [--variants] [--dry-run]
应本人请求，从报告正文、元数据、采集原件和旧版中隐去一位私人的姓名，留下可见的标记和记录；
最后在内容、缓存和网站的每个文件里核对。编号如 370304/2022。缘由会公开，不要写出姓名。
姓名不写在命令行上（shell 历史和 npm 的日志会记下它）：运行以后输入，或由标准输入给出。
  --name -     由标准输入读姓名；不写时也是这样
  --variants   繁简、全半角与所给不同的写法也隐去；不写时只报告有几处
  --dry-run    什么也不写，只显示会改什么`;

const { positionals, values } = commandLine({
  usage,
  options: {
    name: { type: 'string' },
    reason: { type: 'string', default: '' },
    variants: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  needs: ['reason'],
  positionals: { wanted: '一份报告的编号', least: 1, most: 1 },
  faults: ({ positionals: [id], values: { name } }) => [
    ...(id !== undefined && !parsedReportId(id) ? [`编号应如 370304/2022，现为“${id}”`] : []),
    // The name itself is printed nowhere.
    ...(name !== undefined && name !== '-'
      ? ['姓名不能写在 --name 之后：shell 历史和 npm 的日志会记下它（这一次的请从中删去）。去掉这一项，运行以后再输入']
      : []),
  ],
});
const [id = ''] = positionals;
const { reason, variants: withVariants, 'dry-run': isDry } = values;
const { cache, out, shards } = settings();
const content = standingFolder(settings().content, 'ARCHIVE_CONTENT');
const refuse = (sentence: string, code: number): never => {
  console.error(sentence);
  process.exit(code);
};

const typed = await askedText('要隐去的姓名：');
const name = /[\r\n]/.test(typed.trim()) ? null : soughtText(typed);
if (!name) refuse('姓名须写在一行内，至少两个字：一个字处处都有，不能这样隐去', 2);
else if (isSaid(reason, [name])) refuse('--reason 里写出了要隐去的姓名，而缘由会公开：换一种说法', 2);
else {
  if (!isDry) {
    await heldBuildLock(out, cache);
    recoverSite(buildFolders(out));
  }
  const today = new Date().toISOString().slice(0, 10);
  const redacted = await redactName({ content, id, name, reason, today, isDry, withVariants }).catch(
    (error: unknown) => {
      if (!(error instanceof UnreadableReport)) throw error;
      return refuse(error.issues.map(issueText).join('\n'), 1);
    },
  );
  const isDone = redacted !== null && redacted.files.length > 0;
  if (!isDone) console.error(`库中没有 ${id}，或它和它的原件中没有这个姓名`);
  else console.log(isDry ? redacted.diff : `正文隐去 ${redacted.count} 处，改动 ${redacted.files.length} 个文件`);
  if (redacted && redacted.variants > 0)
    console.log(`另有 ${redacted.variants} 处写法与所给不同（繁简、全半角），没有隐去：确是同一姓名的，加 --variants`);
  if (isDone && !isDry) {
    console.log('逐个文件核对……');
    const lines = proofLines(await proof({ content, cache, out, shards }, [name], { purges: true }));
    console.log([...lines, ...beyondLines(content, redacted.files)].join('\n'));
  }
  process.exitCode = isDone ? 0 : 1;
}
