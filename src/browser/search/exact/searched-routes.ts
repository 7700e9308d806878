import { type SiteRoutes, siteRoutes } from '../../../archive/routes.ts';
import { heldIndexPath } from '../../../offline/held-packs.ts';

/** The site's addresses for the search page: where it was given without a network, the index is that of what is kept. */
export function searchedRoutes({ dataset: { base = '/', held } }: HTMLElement): SiteRoutes {
  const routes = siteRoutes(base);
  return held === undefined ? routes : { ...routes, searchIndex: routes.home + heldIndexPath };
}
