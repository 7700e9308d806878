import { parsedReportId, type ReportId } from '../../archive/report-id.ts';
import { siteRoutes } from '../../archive/routes.ts';
import { issuerKindKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { idInAddress } from '../served/fetched-report.ts';
import { told } from '../words/spoken.ts';
import { said, saidAs, words } from './words.ts';

interface Choice {
  readonly value: string;
  readonly name: Saying | string;
}

/** What a page of the region list leads on to: units below that hold reports, and the unit's own reports. */
interface RegionPage {
  readonly regions: readonly Choice[];
  readonly reports: readonly Choice[];
}

/** The region that a link on a page of regions leads to, where reports are counted beside it; null for any other. */
function countedRegion(link: HTMLAnchorElement): Choice | null {
  const [, code] = /\/regions\/(\d{6}(?:x\d{2})?)\/$/.exec(link.getAttribute('href') ?? '') ?? [];
  const count = link.parentElement?.querySelector('[data-t="reportCount"]');
  // A count that is a link itself stands for no region's name.
  if (code === undefined || !count || count === link || count.getAttribute('data-v-count') === '0') return null;
  // A tile holds its count besides.
  return { value: code, name: link.firstChild?.textContent ?? '' };
}

/** The report that a row of a region's years or a link beside them leads to; null for those of other regions. */
function ownReport(link: HTMLAnchorElement, code: string | null): Choice | null {
  const id = idInAddress(link.getAttribute('href') ?? '');
  if (id === null || !id.startsWith(`${code}/`)) return null;
  const year = String(parsedReportId(id)?.year ?? '');
  const [head, issuer] = link.closest('tr')?.cells ?? [];
  const kind = Object.values(issuerKindKeys).find((key) => key === issuer?.dataset.t);
  // A line of reports of one department names it first, then each by its year.
  const department = link.closest('li')?.firstElementChild?.textContent;
  if (head?.contains(link) && kind !== undefined)
    return { value: id, name: saying('ownReport', { year, words: saying(kind) }) };
  return { value: id, name: department ? saying('ownReport', { year, words: department }) : link.textContent };
}

/**
 * Reads a region's page as a reader would: the units right below it are its headings of branches, or where it has
 * none, its lists.
 */
async function regionPage(address: string, code: string | null): Promise<RegionPage> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no page at ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const links = [...page.querySelectorAll<HTMLAnchorElement>('main a')].filter((link) => !link.closest('nav'));
  return {
    regions: links.filter((link) => !link.closest('.branch ul')).flatMap((link) => countedRegion(link) ?? []),
    reports: links.flatMap((link) => ownReport(link, code) ?? []),
  };
}

function select(
  label: 'province' | 'regionsBelow' | 'ownReports',
  choices: readonly Choice[],
): { row: HTMLElement; box: HTMLSelectElement } {
  const box = madeElement('select', {}, madeElement('option', { value: '' }, said('pleaseChoose')));
  for (const { value, name } of choices)
    box.append(madeElement('option', { value }, typeof name === 'string' ? name : told(name)));
  return { row: madeElement('label', {}, said(label), box), box };
}

/** Chooses a report by region, level by level, or by its address; fetches only the pages on the way. */
export function reportPicker(base: string, onChosen: (id: ReportId) => void): HTMLElement {
  const routes = siteRoutes(base);
  const levels = madeElement('div', { className: 'levels' });
  const status = madeElement('p');
  status.setAttribute('role', 'status');

  const descend = async (code: string | null): Promise<void> => {
    status.replaceChildren(said('loading'));
    try {
      const { regions, reports } = await regionPage(code === null ? routes.regions : routes.region(code), code);
      if (reports.length > 0) levels.append(reportSelect(reports));
      if (regions.length > 0) levels.append(regionSelect(regions));
      status.textContent = '';
    } catch {
      status.replaceChildren(said('regionsNotLoaded'));
    }
  };
  const regionSelect = (regions: readonly Choice[]): HTMLElement => {
    const { row, box } = select(levels.childElementCount === 0 ? 'province' : 'regionsBelow', regions);
    box.addEventListener('change', () => {
      while (row.nextElementSibling) row.nextElementSibling.remove();
      if (box.value !== '') void descend(box.value);
    });
    return row;
  };
  const reportSelect = (reports: readonly Choice[]): HTMLElement => {
    const { row, box } = select('ownReports', reports);
    const take = madeElement('button', { type: 'button', disabled: true }, said('select'));
    box.addEventListener('change', () => {
      take.disabled = box.value === '';
    });
    take.addEventListener('click', () => onChosen(box.value));
    row.append(take);
    return row;
  };

  const input = madeElement('input', { name: 'address' });
  saidAs(input, 'placeholder', 'addressExample');
  const form = madeElement(
    'form',
    {},
    madeElement('label', {}, said('orPasteAddress'), input),
    madeElement('button', {}, said('select')),
  );
  input.addEventListener('input', () => input.setCustomValidity(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = idInAddress(input.value);
    if (id !== null) onChosen(id);
    else {
      input.setCustomValidity(words('pasteAddress'));
      input.reportValidity();
    }
  });
  void descend(null);
  return madeElement('div', { className: 'picker' }, levels, status, form);
}
