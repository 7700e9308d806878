import { siteRoutes } from '../../archive/routes.ts';
import { type Role, roles } from '../../archive/section.ts';
import { isHeading, type TextBlock } from '../../compare/report-text.ts';
import { rolePassage } from '../../compare/role-passage.ts';
import { roleKeys } from '../../i18n/report-words.ts';
import { saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { type CompareState, compareQuery } from './state.ts';
import { said, saidAs } from './words.ts';

const paragraph = (block: TextBlock): HTMLElement =>
  madeElement('p', { className: isHeading(block) ? 'head' : '', textContent: block.text });

function column(report: FetchedReport, role: Role, state: CompareState, base: string): HTMLElement {
  const href = siteRoutes(base).report(report.id);
  const passage = rolePassage(report.blocks, role);
  const remove = madeElement('a', {
    href: compareQuery({ ...state, ids: state.ids.filter((id) => id !== report.id) }),
  });
  remove.append(said('remove'));
  saidAs(remove, 'aria-label', 'removeReport', { title: report.title });
  const heading = madeElement(
    'h2',
    {},
    madeElement('a', { href: `${href}#${passage[0]?.anchor ?? 'main'}` }, report.title),
  );
  const texts =
    passage.length > 0
      ? passage.map(paragraph)
      : [madeElement('p', { className: 'soft' }, said('noSuchSection', { role: saying(roleKeys[role]) }))];
  return madeElement('section', {}, heading, madeElement('p', { className: 'soft' }, remove), ...texts);
}

/** Which part is read; the choice goes into the address. */
function roleChoice(role: Role, state: CompareState): HTMLElement {
  const select = madeElement('select', { name: 'role' });
  for (const known of roles.filter((name) => name !== 'extra'))
    select.append(madeElement('option', { value: known, selected: known === role }, said(roleKeys[known])));
  select.addEventListener('change', () => {
    const chosen = roles.find((known) => known === select.value) ?? role;
    location.assign(`${location.pathname}${compareQuery({ ...state, role: chosen })}`);
  });
  return madeElement('label', {}, said('section'), select);
}

/** One part of up to ten reports, each in a column. */
export function columnsView(
  state: CompareState,
  role: Role,
  reports: readonly FetchedReport[],
  base: string,
): HTMLElement {
  const columns = madeElement('div', { className: 'columns', tabIndex: 0 });
  columns.setAttribute('role', 'region');
  saidAs(columns, 'aria-label', 'sectionOfReports', { role: saying(roleKeys[role]) });
  columns.append(...reports.map((report) => column(report, role, state, base)));
  return madeElement('div', {}, madeElement('div', { className: 'choices' }, roleChoice(role, state)), columns);
}
