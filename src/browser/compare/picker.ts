import type { ReportId } from '../../archive/report-id.ts';
import { siteRoutes } from '../../archive/routes.ts';
import { madeElement } from '../page/made-element.ts';
import { idInAddress } from '../served/fetched-report.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
}

/** What a page of the region list leads on to: units below that hold reports, and the unit's own reports. */
interface RegionPage {
  readonly regions: readonly Choice[];
  readonly reports: readonly Choice[];
}

/** The region that a link on a page of regions leads to, where reports are counted beside it; null for any other. */
function countedRegion(link: HTMLAnchorElement): Choice | null {
  const [, code] = /\/regions\/(\d{6}(?:x\d{2})?)\/$/.exec(link.getAttribute('href') ?? '') ?? [];
  if (code === undefined || !/[1-9]\d* 份/.test(link.parentElement?.textContent ?? '')) return null;
  return { value: code, name: link.textContent };
}

/** The report that a row of a region's years or a link beside them leads to; null for those of other regions. */
function ownReport(link: HTMLAnchorElement, code: string | null): Choice | null {
  const id = idInAddress(link.getAttribute('href') ?? '');
  if (id === null || !id.startsWith(`${code}/`)) return null;
  const [year, issuer] = link.closest('tr')?.cells ?? [];
  const name = year && issuer ? `${year.textContent}年度，${issuer.textContent}` : link.textContent;
  return { value: id, name };
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
  label: string,
  choices: readonly Choice[],
  prompt: string,
): { row: HTMLElement; box: HTMLSelectElement } {
  const box = madeElement('select', {}, madeElement('option', { value: '', textContent: prompt }));
  for (const { value, name } of choices) box.append(madeElement('option', { value, textContent: name }));
  return { row: madeElement('label', {}, label, box), box };
}

/** Chooses a report by region, level by level, or by its address; fetches only the pages on the way. */
export function reportPicker(base: string, onChosen: (id: ReportId) => void): HTMLElement {
  const routes = siteRoutes(base);
  const levels = madeElement('div', { className: 'levels' });
  const status = madeElement('p');
  status.setAttribute('role', 'status');

  const descend = async (code: string | null): Promise<void> => {
    status.textContent = '正在载入……';
    try {
      const { regions, reports } = await regionPage(code === null ? routes.regions : routes.region(code), code);
      if (reports.length > 0) levels.append(reportSelect(reports));
      if (regions.length > 0) levels.append(regionSelect(regions));
      status.textContent = '';
    } catch {
      status.textContent = '地区列表未能载入，可在下面粘贴报告的网址。';
    }
  };
  const regionSelect = (regions: readonly Choice[]): HTMLElement => {
    const { row, box } = select(levels.childElementCount === 0 ? '省份' : '下辖', regions, '请选择');
    box.addEventListener('change', () => {
      while (row.nextElementSibling) row.nextElementSibling.remove();
      if (box.value !== '') void descend(box.value);
    });
    return row;
  };
  const reportSelect = (reports: readonly Choice[]): HTMLElement => {
    const { row, box } = select('本级报告', reports, '请选择');
    const take = madeElement('button', { type: 'button', textContent: '选定', disabled: true });
    box.addEventListener('change', () => {
      take.disabled = box.value === '';
    });
    take.addEventListener('click', () => onChosen(box.value));
    row.append(take);
    return row;
  };

  const input = madeElement('input', { name: 'address', placeholder: '例如：140404/2024' });
  const form = madeElement(
    'form',
    {},
    madeElement('label', {}, '或粘贴报告的网址、编号', input),
    madeElement('button', { textContent: '选定' }),
  );
  input.addEventListener('input', () => input.setCustomValidity(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = idInAddress(input.value);
    if (id !== null) onChosen(id);
    else {
      input.setCustomValidity('请粘贴本库报告页的网址，或写编号，如 140404/2024。');
      input.reportValidity();
    }
  });
  void descend(null);
  return madeElement('div', { className: 'picker' }, levels, status, form);
}
