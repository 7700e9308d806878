import { parentPort, workerData } from 'node:worker_threads';
import type { PageOrder, PageThreadSettings, RenderedPage } from './page-threads.ts';

/** What this thread uses of Astro's application for prerendering, which its public types do not name. */
interface PrerenderApp {
  readonly manifest: {
    readonly routes: readonly { readonly routeData: { readonly route: string; readonly component: string } }[];
  };
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: object }) => Promise<Response>;
}

const isApp = (value: unknown): value is PrerenderApp =>
  typeof value === 'object' &&
  value !== null &&
  ['manifest', 'setInternals', 'setOptions', 'render'].every((name) => name in value);

const { entry, pages }: PageThreadSettings = workerData;
const imported: { app?: unknown } = await import(entry);

function prerenderApp({ app }: { app?: unknown }): PrerenderApp {
  if (!isApp(app)) throw new Error('this Astro has another application for prerendering');
  return app;
}
const app = prerenderApp(imported);

const silent = (): void => {};
const logger = {
  options: { destination: { write: silent }, level: 'error' },
  info: silent,
  debug: silent,
  warn: silent,
  level: () => 'error',
  error: (...parts: unknown[]) => console.error(...parts),
};
// What the application asks of a build: the style sheets of its pages, and scripts of integrations, of which we have none.
app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() });
app.setOptions({ settings: { scripts: [] }, logger });
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [`${routeData.route}|${routeData.component}`, routeData]),
);

async function rendered({ id, url, route, component }: PageOrder): Promise<RenderedPage> {
  try {
    const routeData = routes.get(`${route}|${component}`);
    if (!routeData) throw new Error(`no route ${route}`);
    const response = await app.render(new Request(url), { routeData });
    const body = response.body === null ? null : await response.arrayBuffer();
    return { id, status: response.status, headers: [...response.headers], body };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (order: PageOrder) => {
  const page = await rendered(order);
  parentPort?.postMessage(page, 'body' in page && page.body ? [page.body] : []);
});
