import { roles } from '../../archive/section.ts';
import { openPhraseEngine } from './exact/client.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { searchedRoutes } from './exact/searched-routes.ts';

/** The exact layer, opened before the page has its words, where the address asks a literal search of it; else null. */
function openedEarly(): PhraseEngine | null {
  const parameters = new URLSearchParams(location.search);
  const page = document.querySelector<HTMLElement>('phrase-search');
  const query = parameters.get('q');
  if (!page || !query || parameters.get('mode') === 'ranked') return null;
  const engine = openPhraseEngine(searchedRoutes(page));
  const chosen = parameters.getAll('role');
  // Whether that succeeds, the search itself will say.
  engine
    .expect(
      query,
      roles.filter((role) => chosen.includes(role)),
      parameters.get('tool') === 'collocates',
    )
    .catch(() => {});
  return engine;
}

/** Opened as soon as this module is loaded; the modules that wait for their words come after it. */
export const earlyEngine = openedEarly();
