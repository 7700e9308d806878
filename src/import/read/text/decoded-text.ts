import { UnreadableInput } from '../../lines/reading.ts';

/** Bytes of one input that are read at most; a report of the longest kind has some 200 kB. */
export const mostBytes = 64 * 1024 * 1024;

const marks: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Names by which pages call GB18030; what says gb2312 holds characters of its successors. */
const aliases: Readonly<Record<string, string>> = { gb2312: 'gb18030', gbk: 'gb18030', 'gb_2312-80': 'gb18030' };

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How common the characters are: share of Han characters that stand in the first level of GB 2312, by sound of order. */
function likelihood(text: string): number {
  const sample = text.slice(0, 20_000);
  const han = [...sample].filter((character) => /\p{Script=Han}/u.test(character)).length;
  const common = (sample.match(/[的一是在和了有为政法治建行工作人员会年依市县区，。、]/g) ?? []).length;
  const odd = (sample.match(/[\ue000-\uf8ff\ufffd]/g) ?? []).length;
  return han === 0 ? 0 : (common - 4 * odd) / han;
}

/**
 * The text of bytes: by their mark, by what the page declares, as UTF-8 where they are that, else GB18030 or Big5,
 * whichever gives the more usual text. Throws `UnreadableInput` where none fits or the input is too large.
 */
export function decodedText(bytes: Uint8Array, declared: string | null = null): { text: string; encoding: string } {
  if (bytes.length > mostBytes) {
    throw new UnreadableInput(
      'input/too-large',
      `文件有 ${bytes.length} 字节，超过 ${mostBytes} 字节`,
      '这不像一份报告；拆出其中的报告再导入',
    );
  }
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const name = declared?.toLowerCase().trim() ?? null;
  const wanted = marked ?? (name === null ? null : (aliases[name] ?? name));
  if (wanted !== null && wanted !== 'utf-8') {
    const text = safelyDecoded(bytes, wanted);
    if (text !== null) return { text, encoding: wanted };
  }
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const rivals = ['gb18030', 'big5'].flatMap((encoding) => {
    const text = decoded(bytes, encoding);
    return text === null ? [] : [{ text, encoding, score: likelihood(text) }];
  });
  const best = rivals.sort((a, b) => b.score - a.score)[0];
  // Bytes without one usual Chinese character are no text in either.
  if (best && best.score > 0) return { text: best.text, encoding: best.encoding };
  throw new UnreadableInput(
    'input/encoding',
    '文字编码不是 UTF-8、GB18030 或 Big5，或文件已损坏',
    '用编辑器另存为 UTF-8 文本后再导入',
  );
}

/** Decodes by a name that a page declares; null where the name is unknown or the bytes do not fit it. */
function safelyDecoded(bytes: Uint8Array, encoding: string): string | null {
  return decoded(bytes, encoding);
}
