import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { machineRefusal } from '../../host/expected-failure.ts';
import { importIssue } from '../lines/issue.ts';
import { capturesFile } from './captures-file.ts';

/** A file to import, and the folder that was named where it was found in one. */
export interface InputFile {
  readonly file: string;
  readonly folder: string | null;
}

/** What is to be imported of the files and folders named, in order, and what of them cannot be. */
export interface InputFiles {
  readonly files: readonly InputFile[];
  /** One issue for each place that cannot be read and each folder that holds nothing; `file` is set. */
  readonly issues: readonly Issue[];
  /** How many files in folders are of no kind that is imported; the folder of a saved page's pictures counts as one. */
  readonly passedOver: number;
}

// What else lies in a folder (lists, logs) is no report.
const mayBeReport = /^[^.]+$|\.(?:txt|html?|shtml|xhtml|mht(?:ml)?|docx?|wps|pdf|ofd|rtf|warc(?:\.gz)?)$/i;

/** Whether a browser keeps in a folder of that name what belongs to one of the pages beside it. */
function isPartOfPage(folder: string, names: readonly string[]): boolean {
  const page = /^(.+)(?:_files|\.files|_文件|\.文件)$/.exec(folder)?.[1];
  return (
    page !== undefined &&
    names.some((name) => /^(?:html?|shtml|xhtml)$/i.test(name.slice(page.length + 1)) && name.startsWith(`${page}.`))
  );
}

/** Whether something bears a path, be it only a link that leads nowhere. */
export const isThere = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return machineRefusal(error)?.code !== 'ENOENT';
  }
};

/** Lists what is to be imported. A folder's files stand in the order of their names; links are followed, not in rings. */
export function inputFiles(named: readonly string[]): InputFiles {
  const files: InputFile[] = [];
  const issues: Issue[] = [];
  let passedOver = 0;
  const unreadable = (file: string, words: string): void => {
    issues.push({ ...importIssue('input/unreadable', null, words), file });
  };
  const state = (file: string): Stats | null => {
    try {
      return statSync(file);
    } catch (error) {
      unreadable(file, refusalOf(file, error));
      return null;
    }
  };
  const inFolder = (folder: string, top: string, above: readonly string[]): void => {
    let names: string[];
    let own: string;
    try {
      own = realpathSync(folder);
      names = readdirSync(folder).sort();
    } catch (error) {
      unreadable(folder, refusalOf(folder, error));
      return;
    }
    if (above.includes(own)) {
      unreadable(folder, '链接绕回上级文件夹');
      return;
    }
    for (const name of names) {
      const file = join(folder, name);
      const found = name.startsWith('.') ? null : state(file);
      if (found?.isDirectory() && isPartOfPage(name, names)) passedOver++;
      else if (found?.isDirectory()) inFolder(file, top, [...above, own]);
      else if (found && mayBeReport.test(name)) {
        if (found.isFile()) files.push({ file, folder: top });
        else unreadable(file, '不是普通的文件');
      } else if (found && name !== capturesFile) passedOver++;
    }
  };
  for (const path of named) {
    const found = state(path);
    if (found?.isFile()) files.push({ file: path, folder: null });
    else if (found?.isDirectory()) {
      const before = files.length + issues.length;
      inFolder(path, path, []);
      if (files.length + issues.length === before)
        issues.push({ ...importIssue('input/none', null, path), file: path });
    } else if (found) unreadable(path, '不是普通的文件');
  }
  return { files, issues, passedOver };
}

/** Why a path cannot be looked at, for a person. */
function refusalOf(path: string, error: unknown): string {
  const refusal = machineRefusal(error);
  if (!refusal) throw error;
  return path.includes('\ufffd') && refusal.code === 'ENOENT' ? '文件名不是 UTF-8，请改名' : refusal.sentence;
}
