import { checkContent } from '../src/build/check-content.ts';
import { contentFolder } from '../src/build/content-folder.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';

const usage = `npm run check [-- --json]    检查内容文件夹，一次列出全部问题；有错误时以 1 退出
  --json    以 JSON 打印到标准输出（用 npm run -s check -- --json）
  逐份核对正文与采集原件，一字不差；没有改动的文件沿用上次的结果
  内容文件夹由环境变量 ARCHIVE_CONTENT 指定，未指定时为 content`;

const { values } = commandLine({ usage, options: { json: { type: 'boolean', default: false } } });
const { content, cache } = settings();
const isSound = await checkContent(contentFolder(content), { json: values.json, cache });
if (!isSound) process.exitCode = 1;
