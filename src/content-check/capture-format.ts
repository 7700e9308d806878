import { closeSync, openSync, readSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Issue } from '../archive/issue.ts';

/** How the files of a format begin; text and what is text cannot be told by its beginning. */
const beginnings: Readonly<Record<string, readonly (readonly number[])[]>> = {
  docx: [[0x50, 0x4b, 0x03, 0x04]],
  pdf: [[0x25, 0x50, 0x44, 0x46]],
  warc: [
    [0x57, 0x41, 0x52, 0x43, 0x2f],
    [0x1f, 0x8b],
  ],
};

/**
 * What is wrong with a capture that is named as a format, in Chinese without a full stop; null where its bytes begin as
 * that format does. A host that does not know a name's ending leaves it to the browser what the bytes are, and a page
 * that is called a Word file would be run.
 */
export function captureFormatFault(format: string, bytes: Uint8Array): string | null {
  const possible = beginnings[format];
  if (possible === undefined || possible.some((magic) => magic.every((byte, at) => bytes[at] === byte))) return null;
  const head = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `名为 .${format}，内容却不是：开头是 ${head}`;
}

const mostMagic = 8;

function beginning(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(mostMagic);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** An issue for each file of `sources/`, by its name, that does not begin as its format does. */
export function captureFormatIssues(folder: string, names: readonly string[]): Issue[] {
  return names.flatMap((name): Issue[] => {
    const format = extname(name).slice(1);
    const fault = format in beginnings ? captureFormatFault(format, beginning(join(folder, 'sources', name))) : null;
    return fault === null
      ? []
      : [
          {
            code: 'source/format',
            severity: 'error',
            file: `sources/${name}`,
            line: null,
            message: fault,
            hint: '以内容的格式作扩展名，重新导入；文件损坏的，重新采集',
          },
        ];
  });
}
