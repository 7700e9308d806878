import { checkContent } from '../src/build/check-content.ts';
import { contentFolder } from '../src/build/content-folder.ts';
import { fixity } from '../src/content-files/releases/fixity.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';

const usage = `npm run check [-- --only 代码或程度] [--no-notes] [--json] [--fixity]    检查内容文件夹，一次列出全部问题；有错误时以 1 退出
  --only      只列出这一种：代码（report/path）、代码的前半（doubt），或程度 error、warning、note；可以写几次
  --no-notes  提示（note）只按代码计数，不逐条列出；超过一百条时总是如此，要逐条看用 --only
  --json      以 JSON 打印到标准输出（用 npm run -s check -- --json）
  --fixity    只做一件事：重读每份采集原件和每号发布版的每个字节，与校验值核对
  逐份核对正文与采集原件，一字不差；没有改动的文件沿用上次的结果
  内容文件夹由环境变量 ARCHIVE_CONTENT 指定，未指定时为 content`;

const { values } = commandLine({
  usage,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    'no-notes': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    fixity: { type: 'boolean', default: false },
  },
  faults: ({ values: { only = [], fixity: isFixity, json } }) => [
    ...(isFixity && (json || only.length > 0) ? ['--fixity 不与 --json、--only 合用'] : []),
    ...only
      .filter((word) => !/^[a-z-]+(?:\/[a-z-]+)?$/.test(word))
      .map((word) => `--only 后面应是代码（如 report/path、doubt）或 error、warning、note，现为“${word}”`),
  ],
});
const { content, cache } = settings();
if (values.fixity) {
  const { captures, releases, faults, since } = fixity(contentFolder(content));
  for (const fault of faults) console.error(fault);
  console.error(`采集原件 ${captures} 份，发布版 ${releases} 号，与校验值不符 ${faults.length} 处`);
  if (since)
    console.error(
      `自第 ${since.number} 号发布版以来：改动 ${since.changed} 个文件，增加 ${since.added}，减少 ${since.gone}`,
    );
  if (faults.length > 0) process.exitCode = 1;
} else {
  const { isSound } = await checkContent(contentFolder(content), {
    ...{ only: values.only, sumsNotes: values['no-notes'], json: values.json, cache },
  });
  if (!isSound) process.exitCode = 1;
}
