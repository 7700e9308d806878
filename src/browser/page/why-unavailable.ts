import type { ReportUnavailable } from '../served/fetched-report.ts';
import { told } from '../words/spoken.ts';
import { madeElement } from './made-element.ts';

/** Why a report could not be had, in the reader's language: a link where a page tells more. */
export function whyUnavailable({ said, page }: ReportUnavailable): Node {
  return page === null ? told(said) : madeElement('a', { href: page }, told(said));
}
