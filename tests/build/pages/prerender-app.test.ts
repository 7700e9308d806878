import type { RouteData } from 'astro';
import { expect, test } from 'vitest';
import { directRendering } from '../../../src/build/pages/direct-rendering.ts';
import { OtherAstro, prerenderApp } from '../../../src/build/pages/prerender-app.ts';

/** A module whose application has what is asked of Astro's, and the pages given. */
const bundle = (pages: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    const none = () => {};
    const manifest = { pageMap: new Map(${pages}) };
    export const app = { manifest, routeCache: {}, getComponentByRoute: none, setInternals: none, setOptions: none, render: none };`)}`;

const route: RouteData = {
  ...{ component: 'src/pages/a.astro', route: '/a/[b]', type: 'page', params: ['b'], segments: [], isIndex: false },
  ...{
    pattern: /^/,
    entrypoint: '',
    prerender: true,
    fallbackRoutes: [],
    distURL: [],
    origin: 'project',
    trailingSlash: 'always',
  },
};

test('a bundle whose application lacks what is used of it is said to be another Astro’s', async () => {
  await expect(prerenderApp('data:text/javascript,export const app = { manifest: {} }', [])).rejects.toThrow(
    OtherAstro,
  );
  await expect(prerenderApp('data:text/javascript,export const another = 1', [])).rejects.toThrow(OtherAstro);
});

test('so is one that does not have its pages where they are known to be', async () => {
  const app = await prerenderApp(bundle('[]'), []);
  expect(() => directRendering(app, route)).toThrow(OtherAstro);
});

test('and one whose page is no component', async () => {
  const page = '{ page: async () => ({ default: 1 }) }';
  const app = await prerenderApp(bundle(`[['src/pages/a.astro', async () => (${page})]]`), []);
  const direct = directRendering(app, route);
  await expect(app.manifest.pageMap?.get(route.component)?.()).rejects.toThrow(OtherAstro);
  // Astro has rendered none of the route's pages yet.
  expect(direct({ pathname: '/a/1', url: new URL('http://localhost/a/1/') })).toBeNull();
});
