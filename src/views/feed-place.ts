import type { SiteRoutes } from '../archive/routes.ts';
import type { FeedPlace } from '../exports/atom.ts';
import type { Feed } from '../exports/feeds.ts';
import { zhHans } from '../i18n/zh-hans/zh-hans.ts';

/** Where a feed stands on the site, and the page that shows the same. */
export function feedPlace(
  { name }: Pick<Feed, 'name'>,
  routes: SiteRoutes,
  form: 'atom' | 'json',
  site: { readonly origin: string } | undefined,
): FeedPlace {
  const page = name === 'all' ? routes.newest : name.length === 4 ? routes.year(Number(name)) : routes.region(name);
  return {
    origin: site?.origin ?? '',
    self: form === 'atom' ? routes.feed(name) : routes.jsonFeed,
    ...{ page, report: routes.report, archive: zhHans.siteName },
  };
}
