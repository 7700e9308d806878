import { type ComparedSection, changedShare } from '../../compare/comparison.ts';
import { madeElement } from '../page/made-element.ts';
import type { ComparedReport } from './rows.ts';
import { partAnchor } from './rows.ts';
import { said, saidAs } from './words.ts';

/** A section's name, how much of it is changed, and where it begins below. */
function part(section: ComparedSection, at: number, shown: readonly [ComparedReport, ComparedReport]): HTMLElement {
  const { heading, isPaired, left, right } = section;
  const name = heading.right ?? heading.left;
  const [first, second] = shown;
  const percent = Math.round(100 * changedShare(left, right));
  const change = isPaired
    ? said('changedPart', { share: String(percent) })
    : said('onlyHere', { thing: (left.characters > 0 ? first : second).name });
  const meter = madeElement('span', { className: 'gauge', ariaHidden: 'true' });
  meter.style.setProperty('--changed', `${isPaired ? percent : 100}%`);
  const link = madeElement(
    'a',
    { href: `#${partAnchor(at)}` },
    meter,
    madeElement('span', {}, name ?? said('opening')),
    madeElement('small', {}, change),
  );
  if (name !== null) link.title = name;
  const item = madeElement('li', {}, link);
  // As wide as it is long, within reason.
  item.style.flexGrow = String(Math.round(Math.sqrt(left.characters + right.characters)));
  return item;
}

/** The sections of both reports in a row, each with its share of change; a press leads to it. */
export function sectionStrip(
  sections: readonly ComparedSection[],
  shown: readonly [ComparedReport, ComparedReport],
): HTMLElement {
  const list = madeElement('ol', {}, ...sections.map((section, at) => part(section, at, shown)));
  const strip = madeElement('nav', { className: 'strip', tabIndex: 0 }, list);
  saidAs(strip, 'aria-label', 'partsChanged');
  return strip;
}
