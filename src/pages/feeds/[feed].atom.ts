import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../astro/cache-key.ts';
import { allFeeds } from '../../catalogue.ts';
import { routes } from '../../components/frame/site-routes.ts';
import { atomFeed } from '../../exports/atom.ts';
import type { Feed } from '../../exports/feeds.ts';
import { feedPlace } from '../../views/feed-place.ts';

/** What is new: in the archive, of a year, below a region. */
export const getStaticPaths = (async () =>
  [...(await allFeeds()).values()].map((feed) => ({
    params: { feed: feed.name },
    props: { feed },
    cacheKey: cacheKey(feed),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props: { feed }, site }) =>
  new Response(atomFeed(feed, feedPlace(feed, routes, 'atom', site)), {
    headers: { 'Content-Type': 'application/atom+xml;charset=utf-8' },
  });
