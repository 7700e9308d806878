import { siteRoutes } from '../../../archive/routes.ts';
import { gbt7714 } from '../../../citation/gbt7714.ts';
import { copyText } from '../../page/copy-text.ts';
import { madeElement } from '../../page/made-element.ts';
import { readerDay } from '../../page/reader-day.ts';
import { ReportUnavailable } from '../../served/fetched-report.ts';
import { lastingAddress, type ServedReport, servedReport, shownReport } from '../../served/shown-report.ts';
import { quotedPassage, rememberedSelection } from './quotation-passage.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';

const refused = '浏览器不允许复制，请选中文字后自行复制。';

function copyButton(words: string, text: string, status: HTMLElement): HTMLButtonElement {
  const button = madeElement('button', { type: 'button', textContent: words });
  button.addEventListener('click', async () => {
    status.textContent = '';
    status.textContent = (await copyText(text)) ? '已复制' : refused;
  });
  return button;
}

/** A text in the writing that a quotation of it is copied in: the words, then ── and the entry of its source. */
function quotation(text: string, source: string): string {
  return `${text}\n——${source}`;
}

/** Copies the selection, or the paragraph in view, with its source in GB/T 7714, and shows what was copied. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  styleToolRows();
  const selection = rememberedSelection();
  const status = madeElement('p');
  status.setAttribute('role', 'status');
  panel.append(status);
  let served: ServedReport;
  try {
    served = await servedReport();
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error;
    status.textContent = error.message;
    return {};
  }
  const { report } = served;
  const passage = quotedPassage(selection, report);
  if (!passage) return {};
  const cited = (anchor: string | null): string =>
    gbt7714({ ...report, address: lastingAddress(anchor), accessed: readerDay() });
  const text = quotation(passage.text, cited(passage.anchor));
  const shown = shownReport();
  const forms = madeElement('a', {
    href: `${siteRoutes(shown?.base ?? '/').citation(report.id)}&p=${passage.anchor}`,
    textContent: '其他格式',
  });
  panel.append(
    madeElement('blockquote', { className: 'quoted', textContent: text, tabIndex: 0, translate: false }),
    madeElement(
      'p',
      { className: 'tool-row' },
      copyButton('再复制一次', text, status),
      copyButton('只复制整份报告的出处', cited(null), status),
      forms,
    ),
  );
  status.textContent = (await copyText(text)) ? `已复制${selection ? '选中的文字' : '当前一段'}和出处` : refused;
  return {};
}
