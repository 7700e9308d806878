import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { decodedFile } from '../../content-files/text-file.ts';
import { machineRefusal } from '../../host/expected-failure.ts';
import type { KnownSeals } from '../../host/known-seals.ts';
import { draftFileNames, draftFolder, draftReading, draftsFolder, isDraftName } from './draft.ts';

const kinds = { folder: '文件夹', other: '文件' } as const;

/** What is wrong with one draft. */
function issuesOf(content: string, sha256: string, seals: KnownSeals): Issue[] {
  const folder = draftFolder(sha256);
  const error = (code: Issue['code'], name: string, message: string, hint: string): Issue => ({
    ...{ code, severity: 'error', file: `${folder}/${name}`, line: null, message, hint },
  });
  const file = join(content, folder, draftFileNames.draft);
  if (!existsSync(file))
    return [error('draft/missing', draftFileNames.draft, '草稿没有这个文件', '从 Git 恢复；不要的，整个文件夹删去')];
  const { draft, issues } = draftReading(readFileSync(file, 'utf8'), sha256);
  if (!draft) return [...issues];
  const capture = join(content, folder, draft.capture);
  const text = join(content, folder, draftFileNames.text);
  const known = new Set<string>([...Object.values(draftFileNames), draft.capture]);
  const strays = readdirSync(join(content, folder)).filter((name) => !known.has(name) && !name.startsWith('.'));
  return [
    ...(!existsSync(capture)
      ? [error('draft/capture-missing', draft.capture, '草稿的原件不在', '从 Git 恢复；不要的，整个文件夹删去')]
      : seals.of(capture).sha256 === sha256
        ? []
        : [
            error(
              'draft/altered',
              draft.capture,
              '草稿的原件与文件夹的名称不符：名称应是原件的 SHA-256',
              '原件不得改动：恢复原文件',
            ),
          ]),
    ...(existsSync(text) ? decodedFile(readFileSync(text), `${folder}/${draftFileNames.text}`, 'report').issues : []),
    ...strays.map((name) => ({
      ...error('draft/file-name', name, `草稿里有“${name}”，不会被读到`, '移走'),
      severity: 'warning' as const,
    })),
  ];
}

/**
 * What is wrong with the drafts of a content folder: `draft/missing`, `draft/form`, `draft/capture-missing`,
 * `draft/altered`, `draft/file-name`. What the import says of their captures is for the desk and is none of it.
 */
export function draftIssues(content: string, seals: KnownSeals): Issue[] {
  try {
    return readdirSync(join(content, draftsFolder), { withFileTypes: true }).flatMap((entry): Issue[] => {
      const { name } = entry;
      if (name.startsWith('.')) return [];
      if (entry.isDirectory() && isDraftName(name)) return issuesOf(content, name, seals);
      return [
        {
          ...{ code: 'draft/file-name', severity: 'warning', file: `${draftsFolder}/${name}`, line: null },
          message: `drafts 里的${entry.isDirectory() ? kinds.folder : kinds.other}“${name}”不是草稿：草稿是以原件的 SHA-256 命名的文件夹`,
          hint: '移走；要审的文件拖到审稿台上，或用 npm run import 导入',
        },
      ];
    });
  } catch (error) {
    if (machineRefusal(error)?.code === 'ENOENT') return [];
    throw error;
  }
}
