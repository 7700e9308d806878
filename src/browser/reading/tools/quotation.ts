import { siteRoutes } from '../../../archive/routes.ts';
import { gbt7714 } from '../../../citation/gbt7714.ts';
import { saying } from '../../../i18n/saying.ts';
import { copyText } from '../../page/copy-text.ts';
import { madeElement } from '../../page/made-element.ts';
import { readerDay } from '../../page/reader-day.ts';
import { ReportUnavailable } from '../../served/fetched-report.ts';
import { lastingAddress, type ServedReport, servedReport, shownReport } from '../../served/shown-report.ts';
import { told } from '../../words/spoken.ts';
import { quotedPassage, rememberedSelection } from './quotation-passage.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';
import { said } from './words.ts';

function copyButton(words: Text, text: string, status: HTMLElement): HTMLButtonElement {
  const button = madeElement('button', { type: 'button' }, words);
  button.addEventListener('click', async () => {
    status.textContent = '';
    status.replaceChildren((await copyText(text)) ? said('copied') : said('copyByHand'));
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
    status.replaceChildren(told(error.said));
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
  });
  forms.append(said('formats'));
  panel.append(
    madeElement('blockquote', { className: 'quoted', textContent: text, tabIndex: 0, translate: false }),
    madeElement(
      'p',
      { className: 'tool-row' },
      copyButton(said('copyAgain'), text, status),
      copyButton(said('copySourceOnly'), cited(null), status),
      forms,
    ),
  );
  const passageName = saying(selection ? 'theSelection' : 'theParagraph');
  status.replaceChildren(
    (await copyText(text)) ? said('copiedWithSource', { words: passageName }) : said('copyByHand'),
  );
  return {};
}
