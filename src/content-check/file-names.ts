import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../archive/issue.ts';
import { captureFormats } from '../import/lines/reading.ts';

/** The files of a content folder that are read, relative to it, sorted, and what is wrong with others that stand there. */
export interface ContentFiles {
  readonly reports: readonly string[];
  /** Files among the reports that are not read as such. */
  readonly misnamed: readonly string[];
  /** Names of the files in `sources/`. */
  readonly captures: readonly string[];
  readonly issues: readonly Issue[];
}

const captureName = new RegExp(`^[0-9a-f]{64}\\.(?:${captureFormats.join('|')})$`);

const entriesOf = (folder: string): { name: string; file: string; kind: 'file' | 'folder' | 'link' | 'other' }[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        file: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
      }))
    : [];

const kindNames = { file: '文件', folder: '文件夹', link: '符号链接', other: '特殊文件' } as const;

function captureFiles(folder: string): { captures: string[]; issues: Issue[] } {
  const captures: string[] = [];
  const issues: Issue[] = [];
  for (const { name, kind } of entriesOf(join(folder, 'sources'))) {
    if (name.startsWith('.')) continue;
    if (kind === 'file' && captureName.test(name)) captures.push(name);
    else
      issues.push({
        ...{ code: 'source/file-name', severity: 'error', file: `sources/${name}`, line: null },
        message: `sources 里有${kindNames[kind]}“${name}”，不是采集原件：原件是以 SHA-256 命名的文件，扩展名为 ${captureFormats.join('、')}`,
        hint: kind === 'link' ? '换成文件本身' : '移出 sources；要收的用 npm run import 导入',
      });
  }
  return { captures: captures.sort(), issues };
}

function reportFiles(folder: string, below = 'reports'): { reports: string[]; misnamed: string[]; issues: Issue[] } {
  const reports: string[] = [];
  const misnamed: string[] = [];
  const issues: Issue[] = [];
  for (const { name, kind } of entriesOf(join(folder, below))) {
    const file = `${below}/${name}`;
    const isMarkdown = name.endsWith('.md');
    if (kind === 'file' && isMarkdown) reports.push(file);
    else if (kind === 'folder' && !isMarkdown) {
      const deeper = reportFiles(folder, file);
      reports.push(...deeper.reports);
      misnamed.push(...deeper.misnamed);
      issues.push(...deeper.issues);
    } else if (!name.startsWith('.')) {
      if (kind === 'file') misnamed.push(file);
      const looksLikeReport = /\.(?:md|markdown)\b|^\d{4}/i.test(name);
      issues.push({
        ...{ code: 'report/file-name', severity: looksLikeReport ? 'error' : 'warning', file, line: null },
        message: `${kindNames[kind]}“${name}”不当作报告读：报告是以 .md（小写）结尾的文件，如 2023.md`,
        hint: kind === 'file' && looksLikeReport ? '改名为年度加 .md；不要的移出 reports' : '移出 reports',
      });
    }
  }
  return { reports: reports.sort(), misnamed, issues };
}

/** Registers at the top of a content folder, by what their names begin with. */
const registers = [
  'collect.yaml',
  'coverage.csv',
  'documents.yaml',
  'glossary.yaml',
  'hosts.csv',
  'indicators.yaml',
  'issuers.yaml',
  'rules.yaml',
] as const;

function registerFiles(folder: string): Issue[] {
  const warning = (file: string, message: string, hint: string): Issue => ({
    ...{ code: 'content/file-name', severity: 'warning', file, line: null, message, hint },
  });
  const isSibling = (name: string, register: string): boolean =>
    name !== register && name.toLowerCase().startsWith(`${register.split('.')[0]}.`);
  const top = entriesOf(folder).flatMap(({ name }) => {
    const register = registers.find((own) => isSibling(name, own));
    return register ? [warning(name, `“${name}”不会被读到：登记文件叫 ${register}`, `改名为 ${register}，或移走`)] : [];
  });
  const regions = entriesOf(join(folder, 'regions'))
    .filter(({ name, kind }) => !name.startsWith('.') && !(kind === 'file' && name.endsWith('.csv')))
    .map(({ name }) =>
      warning(`regions/${name}`, `“${name}”不会被读到：地区登记是以 .csv（小写）结尾的文件`, '改名或移走'),
    );
  return [...top, ...regions];
}

/**
 * Lists what a content folder holds. Links, folders and files by other names are never read; each is an issue:
 * `source/file-name`, `report/file-name`, `content/file-name`; `content/no-reports` where there is none at all.
 */
export function contentFiles(folder: string): ContentFiles {
  const { captures, issues: sources } = captureFiles(folder);
  const { reports, misnamed, issues: strays } = reportFiles(folder);
  const issues = [...sources, ...strays, ...registerFiles(folder)];
  if (reports.length === 0)
    issues.push({
      ...{ code: 'content/no-reports', severity: 'error', file: 'reports', line: null },
      message: '内容文件夹里没有一份报告，应有 reports/省/代码/年度.md',
      hint: '核对 ARCHIVE_CONTENT 指的是不是内容文件夹；还没有报告的，先用 npm run import 导入',
    });
  return { reports, misnamed, captures, issues };
}
