import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../catalogue.ts';
import { routes } from '../components/frame/site-routes.ts';
import { sitemapCodes, sitemapIndex } from '../exports/sitemap.ts';

/** `/sitemap.xml`, the list of the provinces' sitemaps, where the public origin is known. */
export const getStaticPaths = (() =>
  import.meta.env.SITE ? [{ params: { index: 'sitemap' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const codes = sitemapCodes(await catalogue());
  return new Response(sitemapIndex(codes.map(routes.sitemap), site?.href ?? ''));
};
