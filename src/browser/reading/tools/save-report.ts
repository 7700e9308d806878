import { markdownFile } from '../../../exports/markdown-file.ts';
import { plainTextFile } from '../../../exports/plain-text-file.ts';
import { type SavedReport, savedFileName } from '../../../exports/saved-report.ts';
import { wordFile } from '../../../exports/word-file.ts';
import { madeElement } from '../../page/made-element.ts';
import { readerDay } from '../../page/reader-day.ts';
import { saveFile } from '../../page/save-file.ts';
import { weChatHint } from '../../page/wechat-hint.ts';
import { ReportUnavailable } from '../../served/fetched-report.ts';
import { ownWords } from '../../served/own-words.ts';
import { lastingAddress, type ServedReport, servedReport } from '../../served/shown-report.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';

/** A kind of file that a report is kept in. */
interface FileKind {
  readonly name: string;
  readonly hint: string;
  readonly extension: string;
  readonly type: string;
  readonly written: (report: SavedReport) => string | Uint8Array<ArrayBuffer>;
}

const kinds: readonly FileKind[] = [
  {
    name: 'Word 文档',
    hint: '标题分级，按公文版式',
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    written: wordFile,
  },
  {
    name: 'Markdown',
    hint: '标题、表格、脚注俱在',
    extension: 'md',
    type: 'text/markdown;charset=utf-8',
    written: markdownFile,
  },
  { name: '纯文本', hint: '只有文字', extension: 'txt', type: 'text/plain;charset=utf-8', written: plainTextFile },
];

/** What the page as served says of its report, as it is written into files. */
function savedReport({ page, report }: ServedReport): SavedReport {
  const heading = page.querySelector('h1');
  const region = page.querySelector('.r dl a[href*="/regions/"]')?.textContent ?? '';
  return {
    title: (heading && ownWords(heading).trim()) || report.title,
    isTitleInferred: (heading?.querySelector('.i') ?? null) !== null,
    authors: report.authors,
    regionPath: region.split(' ').filter((name) => name !== ''),
    year: Number(report.id.slice(report.id.indexOf('/') + 1, report.id.indexOf('/') + 5)),
    issued: report.issued,
    address: lastingAddress(),
    accessed: readerDay(),
    doubted: page.querySelectorAll('article.t a[id^="d-"]').length,
    archive: page.querySelector('header a')?.textContent ?? '',
    blocks: report.served.map(({ block }) => block),
  };
}

/** A size as readers know it: `412 字节`, `24 KB`. */
const sizeWords = (bytes: number): string => (bytes < 1024 ? `${bytes} 字节` : `${Math.round(bytes / 1024)} KB`);

function kindRow(kind: FileKind, report: SavedReport, status: HTMLElement): HTMLLIElement {
  const content = kind.written(report);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  const name = savedFileName(report, kind.extension);
  const button = madeElement('button', { type: 'button', textContent: kind.name });
  button.addEventListener('click', () => {
    saveFile(name, content, kind.type);
    status.textContent = `已交给浏览器保存：${name}`;
  });
  const detail = madeElement('span', {
    className: 'soft',
    textContent: `.${kind.extension}，${sizeWords(bytes)}；${kind.hint}`,
  });
  return madeElement('li', { className: 'tool-row' }, button, detail);
}

/** Offers the report as a file, in three kinds, made here and now. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  styleToolRows();
  const status = madeElement('p');
  status.setAttribute('role', 'status');
  panel.append(...[weChatHint()].filter((hint) => hint !== null), status);
  try {
    const report = savedReport(await servedReport());
    const list = madeElement('ul', { className: 'tool-list' }, ...kinds.map((kind) => kindRow(kind, report, status)));
    const name = madeElement('p', {
      className: 'soft',
      textContent: `文件名：${savedFileName(report, '……').replace('.……', '')}`,
    });
    panel.prepend(list, name);
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error;
    status.textContent = error.message;
  }
  return {};
}
