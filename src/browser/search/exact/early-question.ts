import { type Role, roles } from '../../../archive/section.ts';

/** What the search page's address asks of the exact layer first. */
export interface EarlyQuestion {
  readonly query: string;
  readonly roles: readonly Role[];
  readonly withCollocates: boolean;
}

/** Reads the part of an address behind `?`; null where it asks for no literal search. */
export function earlyQuestion(search: string): EarlyQuestion | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('q');
  if (!query || parameters.get('mode') === 'ranked') return null;
  const chosen = parameters.getAll('role');
  return {
    query,
    roles: roles.filter((role) => chosen.includes(role)),
    withCollocates: parameters.get('tool') === 'collocates',
  };
}
