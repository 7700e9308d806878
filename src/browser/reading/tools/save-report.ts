import { markdownFile } from '../../../exports/markdown-file.ts';
import { plainTextFile } from '../../../exports/plain-text-file.ts';
import { type SavedNote, type SavedReport, savedFileName } from '../../../exports/saved-report.ts';
import { wordFile } from '../../../exports/word-file.ts';
import { type Saying, saying } from '../../../i18n/saying.ts';
import { madeElement } from '../../page/made-element.ts';
import { readerDay } from '../../page/reader-day.ts';
import { saveFile } from '../../page/save-file.ts';
import { weChatHint } from '../../page/wechat-hint.ts';
import { ReportUnavailable } from '../../served/fetched-report.ts';
import { ownPieces, ownWords } from '../../served/own-words.ts';
import { servedRecord } from '../../served/served-record.ts';
import { lastingAddress, type ServedReport, servedReport } from '../../served/shown-report.ts';
import { told } from '../../words/spoken.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';
import { said } from './words.ts';

/** A kind of file that a report is kept in. */
interface FileKind {
  readonly name: Saying | string;
  readonly hint: Saying;
  readonly extension: string;
  readonly type: string;
  readonly written: (report: SavedReport) => string | Uint8Array<ArrayBuffer>;
}

const kinds: readonly FileKind[] = [
  {
    name: saying('wordFile'),
    hint: saying('wordFileHint'),
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    written: wordFile,
  },
  {
    name: 'Markdown',
    hint: saying('markdownHint'),
    extension: 'md',
    type: 'text/markdown;charset=utf-8',
    written: markdownFile,
  },
  {
    name: saying('plainText'),
    hint: saying('plainTextHint'),
    extension: 'txt',
    type: 'text/plain;charset=utf-8',
    written: plainTextFile,
  },
];

/** How far into a block's words a link in it reaches, in UTF-16 units. */
function endInBlock(block: Element, link: Element): number {
  let [length, end] = [0, 0];
  for (const { text, node } of ownPieces(block.childNodes)) {
    length += text.length;
    if (node && link.contains(node)) end = length;
  }
  return end;
}

/** The editors' notes where they are marked in the page as served; none where the record page cannot be had. */
async function savedNotes({ page, report }: ServedReport): Promise<SavedNote[]> {
  const links = [...page.querySelectorAll('article.t a[id^="d-"]')];
  const record = links.length === 0 ? null : await servedRecord().catch(() => null);
  return links.flatMap((link): SavedNote[] => {
    const text = record?.querySelector(`#n-${link.id.slice(2)}`)?.textContent?.trim();
    const block = link.closest('article > *');
    const index = report.served.findIndex(({ anchor }) => anchor === block?.id);
    return text && block && index >= 0 ? [{ block: index, offset: endInBlock(block, link), text }] : [];
  });
}

/** What the page as served says of its report, as it is written into files. */
function savedReport({ page, report }: ServedReport, notes: readonly SavedNote[]): SavedReport {
  const heading = page.querySelector('h1');
  return {
    title: (heading && ownWords(heading).trim()) || report.title,
    isTitleInferred: (heading?.querySelector('.i') ?? null) !== null,
    authors: report.authors,
    regionPath: [...page.querySelectorAll('.crumb a[href*="/regions/"]')].map(({ textContent }) => textContent ?? ''),
    year: Number(report.id.slice(report.id.indexOf('/') + 1, report.id.indexOf('/') + 5)),
    issued: report.issued,
    address: lastingAddress(),
    accessed: readerDay(),
    doubted: page.querySelectorAll('article.t a[id^="d-"]').length,
    notes,
    archive: page.querySelector('header a')?.textContent ?? '',
    blocks: report.served.map(({ block }) => block),
  };
}

/** A size as readers know it: in bytes, or in units of 1024. */
const sizeWords = (bytes: number): Saying =>
  bytes < 1024
    ? saying('sizeBytes', { count: String(bytes) })
    : saying('sizeInKilobytes', { count: String(Math.round(bytes / 1024)) });

function kindRow(kind: FileKind, report: SavedReport, status: HTMLElement): HTMLLIElement {
  const content = kind.written(report);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  const name = savedFileName(report, kind.extension);
  const button = madeElement('button', { type: 'button' }, typeof kind.name === 'string' ? kind.name : told(kind.name));
  button.addEventListener('click', () => {
    saveFile(name, content, kind.type);
    status.replaceChildren(said('handedToBrowser', { file: name }));
  });
  const values = { name: kind.extension, words: sizeWords(bytes), more: kind.hint };
  const detail = madeElement('span', { className: 'soft' }, said('fileDetail', values));
  return madeElement('li', { className: 'tool-row' }, button, detail);
}

/** Offers the report as a file, in three kinds, made here and now. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  styleToolRows();
  const status = madeElement('p');
  status.setAttribute('role', 'status');
  panel.append(...[weChatHint(() => said('weChatFiles'))].filter((hint) => hint !== null), status);
  try {
    const served = await servedReport();
    const report = savedReport(served, await savedNotes(served));
    const list = madeElement('ul', { className: 'tool-list' }, ...kinds.map((kind) => kindRow(kind, report, status)));
    const file = savedFileName(report, '').replace(/\.$/, '');
    const name = madeElement('p', { className: 'soft' }, said('fileName', { file }));
    panel.prepend(list, name);
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error;
    status.replaceChildren(told(error.said));
  }
  return {};
}
