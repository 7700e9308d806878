import type { SSRManifest } from 'astro';
import type { StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import type { PageStyles } from './page-styles.ts';

/** Thrown where the Astro that is installed is built otherwise than the one that is known here. */
export class OtherAstro extends Error {}

/** What is used of Astro's application for prerendering, which its public types do not name. */
export interface PrerenderApp extends Required<StaticPathsApp> {
  readonly manifest: SSRManifest;
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: object }) => Promise<Response>;
}

const wanted = ['manifest', 'routeCache', 'getComponentByRoute', 'setInternals', 'setOptions', 'render'];

const isApp = (value: unknown): value is PrerenderApp =>
  typeof value === 'object' && value !== null && wanted.every((name) => name in value);

const silent = (): void => {};
const logger = {
  options: { destination: { write: silent }, level: 'error' },
  info: silent,
  debug: silent,
  warn: silent,
  level: () => 'error',
  flush: silent,
  error: (...parts: unknown[]) => console.error(...parts),
};

/**
 * The application of a bundle that Astro has made for prerendering, ready to render; `entry` is the address of its
 * module. Throws `OtherAstro` where the bundle holds another.
 */
export async function prerenderApp(
  entry: string,
  styles: readonly (readonly [string, PageStyles])[],
): Promise<PrerenderApp> {
  const { app }: { app?: unknown } = await import(entry);
  if (!isApp(app)) throw new OtherAstro('its application for prerendering is another');
  // What it asks of a build: the style sheets of its pages, and scripts of integrations, of which the archive has none.
  app.setInternals({ pagesByKeys: new Map(styles), entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger });
  return app;
}
