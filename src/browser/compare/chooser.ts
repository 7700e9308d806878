import type { ReportId } from '../../archive/report-id.ts';
import { siteRoutes } from '../../archive/routes.ts';
import { comparisonPartners, type Partner } from '../../views/comparison-partners.ts';
import { loadedBox } from '../box/box-data.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { told } from '../words/spoken.ts';
import { reportPicker } from './picker.ts';
import { said } from './words.ts';

/** What a chooser asks the reader for: a message. */
export type ChooserTitle = 'chooseOther' | 'chooseOne' | 'addOne' | 'nearReports' | 'chooseFirst';

/** What the archive holds beside a report, by what it is to it; nothing where the lists do not come. */
async function partnersOf(id: ReportId, base: string): Promise<readonly (readonly [Text, readonly Partner[]])[]> {
  const routes = siteRoutes(base);
  try {
    const found = comparisonPartners(await loadedBox(routes.regionFinder, routes.reportFinder), id);
    return [
      [said('partnerYears'), found.years],
      [said('partnerAbove'), found.above],
      [said('partnerBeside'), found.beside],
      [said('partnerElsewhere'), found.elsewhere],
    ];
  } catch {
    // What the report's own page names as related is still there.
    return [];
  }
}

/** Reports that go with those chosen so far: the first one's partners, then what the reports' pages name as related. */
async function suggestions(
  reports: readonly FetchedReport[],
  base: string,
  addressOf: (id: ReportId) => string,
): Promise<HTMLElement | null> {
  const [first] = reports;
  if (!first) return null;
  const seen = new Set(reports.map(({ id }) => id));
  const isNew = (id: ReportId): boolean => seen.size < seen.add(id).size;
  const list = madeElement('dl', { className: 'partners' });
  const entry = (id: ReportId, ...words: (Node | string)[]): HTMLElement =>
    madeElement('dd', {}, madeElement('a', { href: addressOf(id) }, ...words));
  for (const [label, partners] of await partnersOf(first.id, base)) {
    const links = partners
      .filter(({ id }) => isNew(id))
      .map(({ id, place, year }) => entry(id, said('placeOfYear', { place, year: String(year) })));
    if (links.length > 0) list.append(madeElement('dt', {}, label), ...links);
  }
  const related = reports.flatMap((report) => report.related).filter(({ id }) => isNew(id));
  if (related.length > 0) list.append(madeElement('dt', {}, said('partnerRelated')));
  for (const { id, title, relation } of related) list.append(entry(id, told(relation), title));
  return list.childElementCount > 0 ? list : null;
}

/** Asks for a report: what goes with those chosen, then any by region or address. `addressOf` is where a choice leads. */
export async function chooser(
  title: ChooserTitle,
  reports: readonly FetchedReport[],
  base: string,
  addressOf: (id: ReportId) => string,
  ...more: Node[]
): Promise<HTMLElement> {
  const near = await suggestions(reports, base, addressOf);
  const picker = reportPicker(base, (id) => location.assign(`${location.pathname}${addressOf(id)}`));
  const section = madeElement('section', { className: 'chooser split' });
  if (near)
    section.append(
      madeElement('div', {}, madeElement('h2', {}, said(title)), near),
      madeElement('div', {}, madeElement('h2', {}, said('otherReports')), picker, ...more),
    );
  else
    section.append(
      madeElement('div', {}, madeElement('h2', {}, said(title === 'nearReports' ? 'otherReports' : title)), picker),
      madeElement(
        'div',
        { className: 'facts' },
        madeElement('p', {}, said(reports.length > 0 ? 'noneNear' : 'beginAtReport')),
        ...more,
      ),
    );
  return section;
}
