import { siteRoutes } from '../../archive/routes.ts';
import type { SharedText } from '../../compare/comparison.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { comparedInWorker } from './compared-in-worker.ts';
import { reportName } from './report-name.ts';
import { type ComparedReport, comparisonTable } from './rows.ts';
import { type CompareState, compareQuery } from './state.ts';
import { ComparisonSteps } from './steps.ts';
import { sectionStrip } from './strip.ts';
import { said, saidAs } from './words.ts';

function share({ characters, same }: SharedText): Text {
  const percent = characters === 0 ? 0 : (100 * same) / characters;
  return said('sameShare', { characters, count: same, share: percent.toFixed(1) });
}

/** A report's title, how much of it stands in the other, and the way to take another in its place. */
function sideHead({ report, name, href }: ComparedReport, shared: SharedText, change: string): HTMLElement {
  const other = madeElement('a', { href: change }, said('changeThis'));
  saidAs(other, 'aria-label', 'changeThisNamed', { thing: name });
  return madeElement(
    'div',
    {},
    madeElement('dt', {}, madeElement('a', { href, textContent: report.title })),
    madeElement('dd', { className: 'share' }, share(shared)),
    madeElement('dd', {}, other),
  );
}

function marksChoice(marks: CompareState['marks'], onChange: (marks: CompareState['marks']) => void): HTMLElement {
  const choice = (value: CompareState['marks'], label: Text): HTMLLabelElement => {
    const input = madeElement('input', { type: 'radio', name: 'mark', value, checked: marks === value });
    input.addEventListener('change', () => onChange(value));
    return madeElement('label', {}, input, label);
  };
  return madeElement(
    'fieldset',
    {},
    madeElement('legend', {}, said('mark')),
    choice('different', said('differences')),
    choice('same', said('sameText')),
  );
}

/** What a page that compares two reports is called. */
export const pairName = (left: FetchedReport, right: FetchedReport): Saying =>
  saying('pairTitle', { thing: reportName(left), words: reportName(right) });

/** Two reports side by side, with what is the same in both, and its share, as a whole and part by part. */
export async function pairView(
  state: CompareState,
  reports: readonly [FetchedReport, FetchedReport],
  base: string,
): Promise<HTMLElement> {
  const [left, right] = reports;
  const shown = (report: FetchedReport): ComparedReport => ({
    report,
    name: reportName(report),
    href: siteRoutes(base).report(report.id),
  });
  const both = [shown(left), shown(right)] as const;
  const found = await comparedInWorker({ left: left.blocks, right: right.blocks });
  let table = comparisonTable(found, both, state.marks);
  const steps = new ComparisonSteps();
  steps.follow(table, state.marks);
  const change = (marks: CompareState['marks']): void => {
    const next = comparisonTable(found, both, marks);
    table.replaceWith(next);
    table = next;
    steps.follow(table, marks);
    history.replaceState(null, '', compareQuery({ ...state, marks }));
  };
  const swapped = compareQuery({ ...state, a: state.b, b: state.a });
  return madeElement(
    'div',
    {},
    madeElement(
      'dl',
      { className: 'shares' },
      sideHead(both[0], found.left, compareQuery({ ...state, a: state.b, b: null })),
      sideHead(both[1], found.right, compareQuery({ ...state, b: null })),
    ),
    sectionStrip(found.sections, both),
    madeElement(
      'div',
      { className: 'choices' },
      marksChoice(state.marks, change),
      madeElement('a', { href: swapped }, said('swap')),
    ),
    steps.element,
    table,
    madeElement(
      'details',
      { className: 'how' },
      madeElement('summary', {}, said('sameTextHow')),
      madeElement('p', {}, said('sameTextHowText')),
    ),
  );
}
