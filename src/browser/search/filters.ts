import { issuerKinds } from '../../archive/issuer.ts';
import { levels } from '../../archive/region.ts';
import { stateCode } from '../../archive/region-code.ts';
import { type Role, roles } from '../../archive/section.ts';
import { issuerKindKeys, levelKeys, roleKeys } from '../../i18n/report-words.ts';
import { type PlainKey, type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';
import { regionLabel } from './scope-names.ts';
import type { SearchState } from './state.ts';
import type { FacetName, PhraseTally, Tally } from './tally.ts';
import { said } from './words.ts';

const facetLabels = {
  year: 'year',
  region: 'provinceRegion',
  level: 'level',
  issuer: 'issuer',
  role: 'section',
} as const satisfies Record<FacetName | 'role', string>;

const keys: Readonly<Record<string, PlainKey>> = { ...issuerKindKeys, ...levelKeys };

/** What a value is called: a year and a region by itself, a level or a kind by its message. */
function valueName(value: string): Saying | string {
  const key = keys[value];
  return key === undefined ? value : saying(key);
}

/** What the filters tell the page: one filter's whole new choice. */
export type OnFilter = (name: FacetName | 'role', values: string[]) => void;

function facetGroup(
  name: FacetName | 'role',
  options: readonly { value: string; label: Saying | string; count: string }[],
  chosen: readonly string[],
  onFilter: OnFilter,
): HTMLFieldSetElement {
  const boxes = options.map(({ value, label, count }) => {
    const box = madeElement('input', { type: 'checkbox', name, value, checked: chosen.includes(value) });
    box.addEventListener('change', () => {
      const now = new Set(chosen);
      if (box.checked) now.add(value);
      else now.delete(value);
      onFilter(name, [...now]);
    });
    return madeElement(
      'label',
      {},
      box,
      ' ',
      typeof label === 'string' ? label : told(label),
      ' ',
      madeElement('span', { className: 'soft', textContent: count }),
    );
  });
  const legend = madeElement('legend', {}, said(facetLabels[name]));
  return madeElement('fieldset', {}, legend, ...boxes);
}

/** Nothing where not all is known: a part would be taken for the whole. */
const countText = (tally: Tally | undefined): string =>
  tally === undefined || tally.undecided > 0 ? '' : `${tally.reports}/${tally.searched}`;

/** Calls back once an element has come into view; never where it is put away before. */
function whenSeen(element: Element, onSeen: () => void): void {
  const inView = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    inView.disconnect();
    onSeen();
  });
  inView.observe(element);
}

/** What the archive holds, for filters beside which nothing was counted. */
export interface KnownValues {
  readonly years: readonly number[];
  /** Names of provinces by code. */
  readonly provinces: ReadonlyMap<string, string>;
  /** Names of the smaller regions that are chosen, as far as they are known, by code. */
  readonly regions: ReadonlyMap<string, string>;
}

function knownValues(name: FacetName, { years, provinces }: KnownValues): Iterable<string> {
  if (name === 'year') return years.map(String);
  if (name === 'region') return provinces.keys();
  return name === 'level' ? levels : issuerKinds;
}

/**
 * The filters with, beside each value, in how many of how many reports the phrase stands if it is chosen, where that is
 * known; a sentence says why it may not be. Values that
 * are chosen stay visible where they give nothing; what the address names beside provinces (a county, a span of
 * years) is listed with its own name. Counts by role take more reading: they are asked for once they would be seen.
 */
export function phraseFilters(
  state: SearchState,
  tally: PhraseTally | null,
  roleTallies: ReadonlyMap<Role, Tally>,
  known: KnownValues,
  onFilter: OnFilter,
  onRolesSeen: () => void,
): HTMLElement[] {
  const label = (name: FacetName, value: string): Saying | string =>
    name === 'region' ? regionLabel(value, known) : valueName(value);
  const groups = (['year', 'region', 'level', 'issuer'] as const).map((name) => {
    const tallies = tally?.facets[name] ?? new Map<string, Tally>();
    const offered = [...(tally ? tallies.keys() : knownValues(name, known))].filter((value) => value !== stateCode);
    // The whole country is what no choice at all is; it is listed where an address names it.
    const values = [...new Set([...offered, ...state[name]])].sort();
    if (name === 'year') values.reverse();
    const options = values.map((value) => ({
      value,
      label: label(name, value),
      count: countText(tallies.get(value)),
    }));
    return facetGroup(name, options, state[name], onFilter);
  });
  const roleOptions = roles.map((value) => ({
    value,
    label: saying(roleKeys[value]),
    count: countText(roleTallies.get(value)),
  }));
  const counted = [...Object.values(tally?.facets ?? {}).flatMap((one) => [...one.values()]), ...roleTallies.values()];
  const isPartial = counted.some(({ undecided }) => undecided > 0);
  const roleGroup = facetGroup('role', roleOptions, state.role, onFilter);
  if (roleTallies.size === 0) whenSeen(roleGroup, onRolesSeen);
  return [...groups, roleGroup, ...(isPartial ? [madeElement('p', { className: 'soft' }, said('facetsUnread'))] : [])];
}

/** Puts the filters, made anew by `phraseFilters`, into their place; the one that holds the focus keeps it. */
export function showPhraseFilters(place: HTMLElement, ...given: Parameters<typeof phraseFilters>): void {
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLInputElement && place.contains(activeElement) ? activeElement : null;
  place.replaceChildren(...phraseFilters(...given));
  if (!focused) return;
  place.querySelector<HTMLElement>(`input[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
}
