import type { RouteData, SSRResult } from 'astro';
import type { AstroComponentFactory } from 'astro/runtime/server/render/astro/factory.js';
import { renderToString } from 'astro/runtime/server/render/astro/render.js';
import { OtherAstro, type PrerenderApp } from './prerender-app.ts';

/** An address of a route, as Astro renders it. */
export interface PageAddress {
  /** With its leading slash, without the site's base and the slash behind. */
  readonly pathname: string;
  readonly url: URL;
}

/** Renders a page of one route; null as long as Astro has not rendered one itself. */
export type DirectRendering = (address: PageAddress) => Promise<string> | null;

const isFactory = (value: unknown): value is AstroComponentFactory =>
  typeof value === 'function' && 'isAstroComponentFactory' in value && value.isAstroComponentFactory === true;

/** A collection as it was before anything was put into it; all else as it is. */
function copied(value: unknown): unknown {
  if (value instanceof Set) return new Set(value);
  if (value instanceof Map) return new Map(value);
  if (value instanceof WeakMap) return undefined;
  return Array.isArray(value) ? [...value] : value;
}

const copiedEntries = (object: object): object =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, copied(value)]));

/** What Astro makes around a page of a route before the page renders itself. */
interface Surroundings {
  readonly result: SSRResult;
  /** The marks that rendering makes in `result`, as they were before. */
  readonly marks: object;
  /** What every component's `Astro` inherits. */
  readonly inherited: object;
  /** Under which key a component's `Astro` has what stands between its tags. */
  readonly slotsKey: PropertyKey;
}

function surroundingsIn(result: SSRResult): Surroundings {
  const [props, slots] = [{}, {}];
  const astro = result.createAstro(props, slots);
  const slotsKey = Reflect.ownKeys(astro).find((key) => Reflect.get(astro, key) === slots);
  const inherited: unknown = Object.getPrototypeOf(astro);
  const isKnown = Reflect.ownKeys(astro).length === 3 && astro.props === props && astro.self === null;
  if (!isKnown || slotsKey === undefined || typeof inherited !== 'object' || inherited === null)
    throw new OtherAstro('what its components are given is another');
  return { result, marks: copiedEntries(result._metadata), inherited, slotsKey };
}

/** The surroundings of another page of the route: its own address, parameters and marks. */
function surroundingsOf(
  { result, marks, inherited, slotsKey }: Surroundings,
  { pathname, url }: PageAddress,
  params: object,
): SSRResult {
  // Few pages ask for it, and it takes as long to make as a small page.
  let made: Request | undefined;
  const request = {
    get: () => {
      made ??= new Request(url);
      return made;
    },
  };
  const own = Object.create(inherited, { url: { value: url }, params: { value: params }, request });
  const createAstro: SSRResult['createAstro'] = (props, slots) => {
    const astro = Object.create(own);
    astro.props = props;
    astro.self = null;
    astro[slotsKey] = slots;
    return astro;
  };
  const page = Object.assign(Object.create(Object.getPrototypeOf(result)), result, {
    ...{ pathname, params, createAstro },
    _metadata: copiedEntries(marks),
  });
  return Object.defineProperty(page, 'request', request);
}

/**
 * Has the pages of a route rendered by Astro's own components without Astro's way from a request to a response, which
 * takes longer than the page itself. The first page goes that way whole; what Astro makes around it there serves the
 * others, but for what is a page's own. To be called before the route's addresses are asked for. Throws `OtherAstro`
 * where the route's module is not found where it is known to be.
 */
export function directRendering(app: PrerenderApp, route: RouteData): DirectRendering {
  const { pageMap } = app.manifest;
  const load = pageMap?.get(route.component);
  if (!pageMap || !load) throw new OtherAstro(`${route.component} is not in its map of pages`);
  let surroundings: Surroundings | null = null;
  let page: AstroComponentFactory | null = null;
  const watched = async () => {
    const built = await load();
    const module = await built.page();
    const factory: unknown = module.default;
    if (!isFactory(factory)) throw new OtherAstro(`${route.component} is no component`);
    page = factory;
    const watching: AstroComponentFactory = (result: SSRResult, props: object, slots: object) => {
      surroundings ??= surroundingsIn(result);
      return factory(result, props, slots);
    };
    const instance = { ...module, default: Object.assign(watching, factory) };
    return { ...built, page: async () => instance };
  };
  let once: ReturnType<typeof watched> | undefined;
  pageMap.set(route.component, () => {
    once ??= watched();
    return once;
  });
  return (address) => {
    if (surroundings === null || page === null) return null;
    const found = app.routeCache.get(route)?.staticPaths?.keyed.get(address.pathname);
    if (!found) throw new OtherAstro(`it does not know ${address.pathname} by its path`);
    const result = surroundingsOf(surroundings, address, found.params);
    return rendered(renderToString(result, page, { ...found.props }, {}, true, route), address);
  };
}

async function rendered(text: Promise<string | Response>, { pathname }: PageAddress): Promise<string> {
  const html = await text;
  if (typeof html !== 'string') throw new Error(`${pathname} is no page`);
  return html;
}

/** What an endpoint is given of what Astro gives it: all that the archive's take. */
interface EndpointContext {
  readonly props: object;
  readonly params: object;
  readonly site: URL | undefined;
}

const isEndpoint = (value: unknown): value is (context: EndpointContext) => Response | Promise<Response> =>
  typeof value === 'function';

/**
 * Gives what an endpoint answers without Astro's way from a request to a response. Throws `OtherAstro` where the route's
 * module is not found where it is known to be, or answers nothing.
 */
export function directEndpoint(
  { manifest, routeCache }: PrerenderApp,
  route: RouteData,
): (address: PageAddress) => Promise<Uint8Array> {
  let answer: ReturnType<typeof loaded> | undefined;
  const loaded = async () => {
    const built = await manifest.pageMap?.get(route.component)?.();
    const module = await built?.page();
    const get: unknown = module && 'GET' in module ? module.GET : undefined;
    if (!isEndpoint(get)) throw new OtherAstro(`${route.component} is no endpoint`);
    return get;
  };
  const site = manifest.site === undefined ? undefined : new URL(manifest.site);
  return async ({ pathname }) => {
    answer ??= loaded();
    const get = await answer;
    const found = routeCache.get(route)?.staticPaths?.keyed.get(pathname);
    if (!found) throw new OtherAstro(`it does not know ${pathname} by its path`);
    const response = await get({ props: { ...found.props }, params: found.params, site });
    if (!response.ok) throw new Error(`${pathname} could not be made: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
