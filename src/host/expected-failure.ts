/** What a person may run into and can mend: its message, a sentence in Chinese, is all that is shown of it. */
export class ExpectedFailure extends Error {}

/** What the machine's own codes mean to a person. */
const sentences: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '这里应是文件夹，却是文件',
  EISDIR: '这里应是文件，却是文件夹',
  EACCES: '没有读写的权限',
  EPERM: '没有读写的权限',
  EROFS: '所在的磁盘只读',
  ENOSPC: '磁盘已满',
  EADDRINUSE: '端口已被占用',
  EDQUOT: '磁盘配额已满',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '名称太长',
  EMFILE: '打开的文件太多',
  EIO: '磁盘读写出错',
  EBUSY: '正被占用',
};

/** Codes that need no place to be understood; the machine names none when a file that is open cannot be written on. */
const placeless: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE']);

const textOf = (error: Error, key: string): string => {
  const value: unknown = Object.entries(error).find(([name]) => name === key)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/**
 * The machine's refusal of what was asked of a file: its code (`ENOENT`), and what that means in Chinese, without the
 * place. Null for every other error.
 */
export function machineRefusal(error: unknown): { code: string; sentence: string } | null {
  const code = error instanceof Error ? textOf(error, 'code') : '';
  if (!(error instanceof Error) || !/^E[A-Z0-9]+$/.test(code) || textOf(error, 'syscall') === '') return null;
  return { code, sentence: sentences[code] ?? error.message };
}

/**
 * An error as one sentence in Chinese where it is one that a person may run into: an `ExpectedFailure`, or the
 * machine's refusal of a file or a port. Null for every other: that is a fault of the program and wants its stack.
 */
export function failureSentence(error: unknown): string | null {
  if (error instanceof ExpectedFailure) return error.message;
  if (!(error instanceof Error)) return null;
  const code = textOf(error, 'code');
  const sentence = sentences[code];
  const place = textOf(error, 'path') || textOf(error, 'port');
  if (sentence === undefined) return null;
  if (place !== '') return `${sentence}：${place}`;
  return placeless.has(code) ? sentence : null;
}
