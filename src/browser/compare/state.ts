import { parsedReportId, type ReportId } from '../../archive/report-id.ts';
import { type Role, roles } from '../../archive/section.ts';

/** How many reports are set in columns at most. */
export const mostColumns = 10;

/** What is compared; the address holds it, and nothing else does. */
export interface CompareState {
  /** Two reports side by side; null where one is yet to be chosen. */
  readonly a: ReportId | null;
  readonly b: ReportId | null;
  /** One part of several reports in columns; null where two reports are compared. */
  readonly role: Role | null;
  readonly ids: readonly ReportId[];
  /** What is marked in the text. */
  readonly marks: 'different' | 'same';
}

const idIn = (text: string | null): ReportId | null => (text !== null && parsedReportId(text) ? text : null);

/** Reads an address's parameters; what is not understood is left out, and so are columns beyond the tenth. */
export function compareState(parameters: URLSearchParams): CompareState {
  const ids = [...new Set(parameters.getAll('id'))].flatMap((id) => idIn(id) ?? []).slice(0, mostColumns);
  const role = roles.find((known) => known === parameters.get('role')) ?? null;
  return {
    a: idIn(parameters.get('a')),
    b: idIn(parameters.get('b')),
    role: role ?? (ids.length > 0 ? 'shortcomings' : null),
    ids,
    marks: parameters.get('mark') === 'same' ? 'same' : 'different',
  };
}

/** The query that restores a state; ids stay readable in it. */
export function compareQuery({ a, b, role, ids, marks }: CompareState): string {
  const parts =
    role === null
      ? [a === null ? '' : `a=${a}`, b === null ? '' : `b=${b}`, marks === 'same' ? 'mark=same' : '']
      : [...ids.map((id) => `id=${id}`), `role=${role}`];
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? '' : `?${query}`;
}
