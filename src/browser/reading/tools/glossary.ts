import { siteRoutes } from '../../../archive/routes.ts';
import { folded } from '../../../text/fold.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import { fetchedPage, ReportUnavailable } from '../../served/fetched-report.ts';
import { servedReport, shownReport } from '../../served/shown-report.ts';
import { told } from '../../words/spoken.ts';
import { foundTerms, type GlossaryEntry, glossaryEntries } from './glossary-entries.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';
import { said } from './words.ts';

const style = `
.terms details { border-bottom: 1px solid var(--line); padding: .3rem 0; }
.terms summary { cursor: pointer; }
.terms p { margin: .3rem 0; }`;

let entries: Promise<readonly GlossaryEntry[]> | null = null;

/** The terms of the archive's glossary, read from its page once. */
function fetchedEntries(base: string): Promise<readonly GlossaryEntry[]> {
  entries ??= fetchedPage(new URL(siteRoutes(base).glossary, location.href).href).then(({ page }) =>
    glossaryEntries(page),
  );
  entries.catch(() => {
    entries = null;
  });
  return entries;
}

/** Lists the terms of the glossary that stand in this report, each with its first place; explained when opened. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  adoptStyle(style);
  styleToolRows();
  const { glossary, search } = siteRoutes(shownReport()?.base ?? '/');
  const all = madeElement('a', { href: glossary }, said('allTerms'));
  const status = madeElement('p', {}, said('findingTerms'));
  status.setAttribute('role', 'status');
  const list = madeElement('div', { className: 'terms' });
  panel.append(status, list, madeElement('p', {}, all));
  try {
    const [known, { report }] = await Promise.all([fetchedEntries(shownReport()?.base ?? '/'), servedReport()]);
    const texts = report.blocks.map(({ anchor, text }) => ({ anchor, text: folded(text) }));
    const found = foundTerms(known, texts);
    status.replaceChildren(
      found.length > 0 ? said('termsFound', { count: String(found.length) }) : said('noTermsFound'),
    );
    for (const { entry, anchor, count } of found)
      list.append(
        madeElement(
          'details',
          {},
          madeElement(
            'summary',
            {},
            madeElement('span', { className: 'term', textContent: entry.term }),
            madeElement('span', { className: 'soft' }, ' ', said('occurrenceCount', { count: String(count) })),
          ),
          ...entry.lines.map((textContent) => madeElement('p', { textContent })),
          madeElement(
            'p',
            { className: 'tool-row' },
            madeElement('a', { href: `#${anchor}` }, said('firstPlace')),
            madeElement('a', { href: `${search}?q=${encodeURIComponent(entry.term)}` }, said('searchAllReports')),
          ),
        ),
      );
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error;
    status.replaceChildren(told(error.said));
  }
  return {};
}
