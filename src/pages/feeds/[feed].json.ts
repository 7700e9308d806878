import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../astro/cache-key.ts';
import { allFeeds } from '../../catalogue.ts';
import { routes } from '../../components/frame/site-routes.ts';
import { jsonFeed } from '../../exports/atom.ts';
import type { Feed } from '../../exports/feeds.ts';
import { feedPlace } from '../../views/feed-place.ts';

/** What is new in the archive, as JSON Feed. */
export const getStaticPaths = (async () => {
  const feed = (await allFeeds()).get('all');
  return feed ? [{ params: { feed: 'all' }, props: { feed }, cacheKey: cacheKey(feed) }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props: { feed }, site }) =>
  new Response(jsonFeed(feed, feedPlace(feed, routes, 'json', site)), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
