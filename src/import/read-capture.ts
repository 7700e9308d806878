import { readText } from './read-text.ts';
import { type Reading, UnreadableInput } from './reading.ts';

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Reads an input by what its bytes are, its name deciding only between text and HTML. Throws `UnreadableInput`. */
export async function readCapture(bytes: Uint8Array, _name: string): Promise<Reading> {
  if (bytes.length === 0) throw new UnreadableInput('input/empty', '文件是空的', '重新采集');
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableInput(
      'input/doc',
      '这是旧式 Word 文件（.doc）或加密的 Office 文件',
      '用 Word 或 LibreOffice 去掉密码，另存为 .docx 后再导入',
    );
  }
  return readText(bytes);
}
