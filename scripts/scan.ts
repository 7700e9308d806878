/** `npm run scan`: see `usage`. */

import { ownPassages } from '../src/forgetting/passages.ts';
import { isProven, proof, proofLines } from '../src/forgetting/proof.ts';
import { soughtText } from '../src/forgetting/sought-text.ts';
import { otherTexts } from '../src/forgetting/withdrawal.ts';
import { askedText } from '../src/host/asked-text.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';

const usage = `npm run scan [-- --report]    在内容、缓存和生成的网站里逐个文件查找一段文字；找到时以 1 退出
隐去姓名或撤除报告、重新生成网站之后，用来核对。文字不写在命令行上：运行以后输入，或由标准输入给出。
不论繁简、全半角、空格、标签和实体、转义、编码、压缩，也不论在检索索引的哪个文件里。
  --report    标准输入是一份报告的 Markdown：以全文各处、今日各报告所没有的段落查找，如
              git show HEAD~1:content/reports/37/370304/2022.md | npm run -s scan -- --report`;

const { values } = commandLine({ usage, options: { report: { type: 'boolean', default: false } } });
const { cache, out, shards } = settings();
const content = standingFolder(settings().content, 'ARCHIVE_CONTENT');
const typed = await askedText('要查找的文字：');
const one = values.report ? null : soughtText(typed);
const sought = values.report ? ownPassages([typed], otherTexts(content, [])) : one ? [one] : [];
if (sought.length === 0) {
  console.error(values.report ? '标准输入里没有一段够长而别的报告所没有的文字' : '要查找的文字至少两个字');
  process.exit(2);
}
const found = await proof({ content, cache, out, shards }, sought, { purges: false });
console.log(proofLines(found).join('\n'));
process.exitCode = isProven(found) ? 0 : 1;
