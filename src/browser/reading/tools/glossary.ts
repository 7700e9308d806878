import { siteRoutes } from '../../../archive/routes.ts';
import { folded } from '../../../text/fold.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import { fetchedPage, ReportUnavailable } from '../../served/fetched-report.ts';
import { servedReport, shownReport } from '../../served/shown-report.ts';
import { foundTerms, type GlossaryEntry, glossaryEntries } from './glossary-entries.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';

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
  const all = madeElement('a', { href: glossary, textContent: '全部术语' });
  const status = madeElement('p', { textContent: '正在查找……' });
  status.setAttribute('role', 'status');
  const list = madeElement('div', { className: 'terms' });
  panel.append(status, list, madeElement('p', {}, all));
  try {
    const [known, { report }] = await Promise.all([fetchedEntries(shownReport()?.base ?? '/'), servedReport()]);
    const texts = report.blocks.map(({ anchor, text }) => ({ anchor, text: folded(text) }));
    const found = foundTerms(known, texts);
    status.textContent =
      found.length > 0 ? `术语表中的名目，有 ${found.length} 个见于这份报告。` : '术语表中的名目不见于这份报告。';
    for (const { entry, anchor, count } of found)
      list.append(
        madeElement(
          'details',
          {},
          madeElement(
            'summary',
            {},
            madeElement('span', { className: 'term', textContent: entry.term }),
            madeElement('span', { className: 'soft', textContent: ` ${count} 处` }),
          ),
          ...entry.lines.map((textContent) => madeElement('p', { textContent })),
          madeElement(
            'p',
            { className: 'tool-row' },
            madeElement('a', { href: `#${anchor}`, textContent: '首见处' }),
            madeElement('a', { href: `${search}?q=${encodeURIComponent(entry.term)}`, textContent: '检索全部报告' }),
          ),
        ),
      );
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error;
    status.textContent = error.message;
  }
  return {};
}
