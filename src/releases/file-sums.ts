import { compareText } from '../text/order.ts';

/** SHA-256 of files in hexadecimal, by path with `/`. */
export type FileSums = ReadonlyMap<string, string>;

/** Sums as `sha256sum` writes and reads them, by path. */
export function sumsText(sums: FileSums): string {
  const lines = [...sums].sort(([one], [other]) => compareText(one, other)).map(([path, sum]) => `${sum}  ${path}\n`);
  return lines.join('');
}

/** What a file of sums says; throws with the line that is none. */
export function fileSums(text: string): FileSums {
  const lines = text.split('\n').slice(0, -1);
  return new Map(
    lines.map((line, at) => {
      const [, sum = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (path === '') throw new Error(`第 ${at + 1} 行为“${line}”，应为 64 位十六进制的校验值、两个空格和文件的路径`);
      return [path, sum] as const;
    }),
  );
}
