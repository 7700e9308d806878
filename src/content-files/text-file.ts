import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../archive/issue.ts';
import { hiddenCharacter } from './hidden-character.ts';
import { lookedLikeEncoding } from './looked-like-encoding.ts';

/** A text file of a content folder; `text` null where there is none or it cannot be read as text, with the issues that say why. */
export interface TextFile {
  readonly text: string | null;
  readonly issues: readonly Issue[];
}

/** The kinds of text files that an archive holds, as the first part of the codes of their issues. */
export type TextFileArea =
  | 'report'
  | 'region'
  | 'issuers'
  | 'coverage'
  | 'glossary'
  | 'hosts'
  | 'collect'
  | 'documents'
  | 'indicators'
  | 'rules';

/** Line, counting from 1, on which bytes stop being UTF-8. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
    line++;
  }
  return line;
}

/**
 * Decodes the bytes of a text file, which must be UTF-8; nothing is replaced. `file` only names it in issues. Error:
 * `<area>/encoding`, which names the encoding that the bytes look like. A mark of UTF-8 at the head stays in the text.
 */
export function decodedFile(bytes: Uint8Array, file: string, area: TextFileArea): TextFile {
  const looked = lookedLikeEncoding(bytes);
  if (looked === null) return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), issues: [] };
  return {
    text: null,
    issues: [
      {
        code: `${area}/encoding`,
        severity: 'error',
        file,
        line: looked.startsWith('UTF-16') ? 1 : brokenLine(bytes),
        message: `这一行起不是 UTF-8，读不出，整个文件应为 UTF-8；看上去是：${looked}`,
        hint: '用编辑器以原来的编码打开，另存为 UTF-8；已存坏的，从 Git 或备份恢复',
      },
    ],
  };
}

/** Reads a text file below a content folder; see `decodedFile`. Error besides: `<area>/unreadable`, a folder or a refusal of the machine. */
export function textFile(folder: string, file: string, area: TextFileArea): TextFile {
  const path = join(folder, file);
  const failed = (message: string, hint: string): TextFile => ({
    text: null,
    issues: [{ code: `${area}/unreadable`, severity: 'error', file, line: null, message, hint }],
  });
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return { text: null, issues: [] };
    if (!found.isFile()) return failed('这里应是文件，却是文件夹', '移走或改名这个文件夹；原来的文件从 Git 或备份恢复');
    return decodedFile(readFileSync(path), file, area);
  } catch (error) {
    return failed(`读不出：${error instanceof Error ? error.message : String(error)}`, '核对文件、链接和权限');
  }
}

/**
 * Reads a register below a content folder, without the mark of UTF-8 at its head; see `textFile`. Errors besides, with
 * the text all the same: `<area>/hidden-character`, one for each line that holds what nobody sees.
 */
export function registerFile(folder: string, file: string, area: TextFileArea): TextFile {
  const read = textFile(folder, file, area);
  if (read.text === null) return read;
  const text = read.text.replace(/^\uFEFF/, '');
  if (!hiddenCharacter(text)) return { text, issues: [] };
  const issues = text.split('\n').flatMap((line, at): Issue[] => {
    const found = hiddenCharacter(line);
    if (!found) return [];
    const message = `“${line.slice(0, 60).replaceAll(line.charAt(found.at), '□')}”夹有看不见的字符 ${found.name}，不应有`;
    const hint = '把这一行重新打一遍，或删去这个字符';
    return [{ code: `${area}/hidden-character`, severity: 'error', file, line: at + 1, message, hint }];
  });
  return { text, issues };
}
