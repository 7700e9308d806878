import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { shardOfPage } from '../../archive/shard.ts';
import { type OwnShards, ownShards } from '../../content-files/shard-manifest.ts';
import { settings } from '../../host/settings.ts';
import { compareText } from '../../text/order.ts';
import { type DirectRendering, directEndpoint, directRendering, type PageAddress } from './direct-rendering.ts';
import type { KeptProgram } from './kept-program.ts';
import { OtherAstro, type PrerenderApp, prerenderApp } from './prerender-app.ts';

/** A file of the site that Astro's components make: a page, or what an endpoint gives. */
export interface SitePage {
  /** In the site, with `/`: `reports/340000/2024/index.html`. */
  readonly path: string;
  /** Changes whenever the file does, as long as the program is the same; null for a file that is made in every build. */
  readonly key: string | null;
  readonly made: () => Promise<Uint8Array>;
}

/** Where Astro puts what a route has at an address. */
function pathOf({ type }: RouteData, pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  return path === '404' ? '404.html' : path === '' ? 'index.html' : `${path}/index.html`;
}

/** The address that a page is asked for by. */
function addressOf({ type }: RouteData, pathname: string, { site, base }: PrerenderApp['manifest']): PageAddress {
  const path = pathname.replace(/^\/|\/$/g, '');
  const origin = site === undefined ? 'http://localhost:4321' : new URL(site).origin;
  return {
    pathname,
    url: new URL(`${base.replace(/\/$/, '')}/${path}${type === 'page' && path !== '' ? '/' : ''}`, origin),
  };
}

async function throughAstro(app: PrerenderApp, route: RouteData, { pathname, url }: PageAddress): Promise<Uint8Array> {
  const response = await app.render(new Request(url), { routeData: route });
  // The page of an address that there is not is answered as such.
  if (!response.ok && response.status !== 404) throw new Error(`${pathname} could not be made: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What Astro itself would make of a program whose application is loaded, one file for each address, by path. */
async function pagesOf(app: PrerenderApp, isOwn: OwnShards): Promise<SitePage[]> {
  // Pages without parameters are few, and some of them have scripts, whose addresses Astro looks up on its way.
  const direct = new Map<RouteData, DirectRendering>();
  const endpoints = new Map<RouteData, ReturnType<typeof directEndpoint>>();
  for (const { routeData } of app.manifest.routes)
    if (routeData.type === 'page' && routeData.pathname === undefined)
      direct.set(routeData, directRendering(app, routeData));
    else if (routeData.type === 'endpoint' && routeData.pathname === undefined)
      endpoints.set(routeData, directEndpoint(app, routeData));
  const pages = new Map<string, SitePage>();
  for (const { pathname, route, cacheKey } of await new StaticPaths(app).getAll()) {
    if (route.type !== 'page' && route.type !== 'endpoint') throw new OtherAstro(`${route.type} routes are not known`);
    const path = pathOf(route, pathname);
    if (pages.has(path) || !isOwn(shardOfPage(pathname))) continue;
    const made = async (): Promise<Uint8Array> => {
      const address = addressOf(route, pathname, app.manifest);
      const file = await endpoints.get(route)?.(address);
      if (file) return file;
      const text = await direct.get(route)?.(address);
      return typeof text === 'string' ? Buffer.from(text) : throughAstro(app, route, address);
    };
    pages.set(path, { path, key: cacheKey ?? null, made });
  }
  // A report's page and its record then are made one after the other, from one reading of the report.
  return [...pages.values()].sort((one, other) => compareText(one.path, other.path));
}

/**
 * The files that a program makes of the content, of the shard that is built. Throws `OtherAstro` where the program is
 * Astro's, but not as it is known here.
 */
export async function sitePages({ entry, styles }: KeptProgram): Promise<SitePage[]> {
  const { shard, shards } = settings();
  return pagesOf(await prerenderApp(entry, styles), ownShards(shard, shards));
}
