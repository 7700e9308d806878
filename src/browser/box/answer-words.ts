import type { SiteRoutes } from '../../archive/routes.ts';
import type { BoxAnswer } from '../../views/box-finding.ts';
import { madeElement } from '../page/made-element.ts';
import { said } from './words.ts';

/** Where an answer leads. */
export function addressOf(routes: SiteRoutes, answer: BoxAnswer): string {
  if (answer.kind === 'report') return routes.report(answer.id);
  if (answer.kind === 'region') return routes.region(answer.region.code);
  return answer.kind === 'year' ? routes.year(answer.year) : routes.department(answer.key);
}

/** What an answer is called, and what tells it from others. */
export function labelOf(answer: BoxAnswer): (Node | string)[] {
  const lesser = (...parts: (Node | string)[]): HTMLElement => madeElement('span', {}, ...parts);
  if (answer.kind === 'report') {
    const { region, year, department } = answer;
    const name = department === null ? region.name : region.name + department;
    return [said('reportOfYear', { place: name, year: String(year) }), lesser(region.above.join(' '))];
  }
  if (answer.kind === 'region') {
    const { name, above, held, until } = answer.region;
    const count = held > 0 ? said('reportCount', { count: held }) : said('noReportsYet');
    const path = above.length > 0 ? [above.join(' '), ' · '] : [];
    return [name, lesser(...path, ...(until === null ? [] : [said('until', { year: String(until) }), ' · ']), count)];
  }
  const count = lesser(said('reportCount', { count: answer.count }));
  if (answer.kind === 'department') return [answer.name, count];
  return [said('yearName', { year: String(answer.year) }), count];
}
