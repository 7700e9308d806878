import { heldBuildLock } from '../src/build/build-lock.ts';
import { compressFiles } from '../src/build/compressed-files.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';

/** `npm run compress`, see `usage`: compresses the built site for hosts that give compressed files as they stand. */
const usage = `npm run compress    在生成的网站中，给每个文本文件另写压缩好的 .gz 和 .br，供主机直接给出
  没有选项；文件夹由 ARCHIVE_OUT 指定，未指定时为 dist。每次 npm run build 之后须再运行一次
  主机怎样使用见 docs/hosting.md`;

commandLine({ usage, options: {} });
const { out, cache } = settings();
const folder = standingFolder(out, 'ARCHIVE_OUT');
await heldBuildLock(out, cache);
const { files, bytes, compressedBytes } = await compressFiles(folder);
const megabytes = (count: number): string => (count / 1e6).toFixed(1);
console.log(`${files} 个文件已压缩，文本共 ${megabytes(bytes)} MB，压缩后 ${megabytes(compressedBytes)} MB`);
