import { blockText } from '../../../archive/report-block.ts';
import { type CapturedRow, capturedRows } from '../../../compare/capture-rows.ts';
import { blockInView } from '../../page/block-in-view.ts';
import { madeElement } from '../../page/made-element.ts';
import { servedRecord } from '../../served/served-record.ts';
import { servedReport } from '../../served/shown-report.ts';
import { changesByKind, hideCapturedRows, showCapturedRows } from './capture-view-rows.ts';
import { type CaptureSource, captureSources } from './capture-view-sources.ts';
import { captureLines, captureText } from './capture-view-text.ts';
import type { OpenedTool } from './tool.ts';
import { said } from './words.ts';

/** Captures larger than this are no text that a report was made from. */
const mostBytes = 4 * 1024 * 1024;

const sentence = (words: Text): HTMLParagraphElement => madeElement('p', {}, words);

const fileLink = ({ href, format }: CaptureSource): HTMLAnchorElement =>
  madeElement('a', { href, download: '' }, said('captureOfKind', { name: format }));

/** Why a capture of another kind is not shown, and the file itself. */
function offered(source: CaptureSource): HTMLElement {
  return madeElement('p', {}, said('captureNoText', { name: source.format }), fileLink(source));
}

/** The text of each block of the report, in its own letters, beside the element it is shown as. */
async function ownBlocks(article: Element): Promise<{ texts: string[]; elements: Element[] }> {
  const { report } = await servedReport();
  const texts = report.served.map(({ block }) => blockText(block));
  return { texts, elements: [...article.querySelectorAll(':scope > [id^="p-"]')] };
}

/** Changes the page so that the paragraph in view stays where it is. */
function inPlace(change: () => void): void {
  const block = blockInView();
  const before = block?.getBoundingClientRect().top ?? 0;
  change();
  scrollBy({ top: (block?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' });
}

async function shown(source: CaptureSource): Promise<Node[]> {
  const article = document.querySelector('article.t');
  const response = await fetch(source.href);
  if (!article || !response.ok) throw new Error(`no capture at ${source.href}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > mostBytes) return [offered(source)];
  const { text, encoding } = captureText(bytes);
  const lines = captureLines(text, source.format);
  if (lines === null) return [offered(source)];
  const { texts, elements } = await ownBlocks(article);
  // Lines are counted as in the record only in plain texts.
  const isCounted = source.format === 'txt';
  const { excluded } = source;
  const rows = capturedRows(
    lines,
    texts,
    (number) => isCounted && excluded.some(({ from, to }) => from <= number && number <= to),
  );
  inPlace(() => {
    hideCapturedRows();
    showCapturedRows(article, rows, elements, isCounted ? source : { ...source, excluded: [] });
  });
  return account(rows, encoding, source);
}

/** What was left out and what was changed, in a line, and by kind for those who ask. */
function account(rows: readonly CapturedRow[], encoding: string, source: CaptureSource): Node[] {
  const outside = rows.filter(({ block }) => block === null).length;
  const changes = changesByKind(rows);
  const total = changes.reduce((sum, { count }) => sum + count, 0);
  const kinds = madeElement('details', {}, madeElement('summary', {}, said('byKindOfChange')));
  kinds.append(
    madeElement(
      'ul',
      {},
      ...changes.map(({ kind, count }) =>
        madeElement('li', {}, said('changeCount', { words: kind, count: String(count) })),
      ),
    ),
  );
  return [
    sentence(said('captureAccount', { lines: String(outside), count: String(total) })),
    ...(changes.length > 0 ? [kinds] : []),
    madeElement(
      'p',
      { className: 'soft' },
      fileLink(source),
      said('captureEncoding', { name: encoding.toUpperCase() }),
    ),
  ];
}

/** Shows a capture beside the text made from it, line by line, until the panel closes. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  const detail = madeElement('div');
  detail.setAttribute('role', 'status');
  panel.append(detail);
  const sources = captureSources(await servedRecord());
  let isOpen = true;
  const show = async (source: CaptureSource): Promise<void> => {
    detail.replaceChildren(sentence(said('captureLoading')));
    try {
      const nodes = await shown(source);
      if (isOpen) detail.replaceChildren(...nodes);
      else hideCapturedRows();
    } catch {
      detail.replaceChildren(sentence(said('captureNotRead')));
    }
  };
  const [first] = sources;
  if (sources.length > 1) {
    const choice = madeElement('select');
    choice.append(
      ...sources.map((_, at) =>
        madeElement('option', { value: String(at) }, said('sourceNumber', { count: String(at + 1) })),
      ),
    );
    choice.addEventListener('change', () => {
      const source = sources[Number(choice.value)];
      hideCapturedRows();
      if (source) void show(source);
    });
    panel.prepend(madeElement('label', {}, said('beside'), ' ', choice));
  }
  if (first) await show(first);
  else detail.append(sentence(said('noCapture')));
  return {
    end: () => {
      isOpen = false;
      inPlace(hideCapturedRows);
    },
  };
}
