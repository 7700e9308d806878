import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../astro/cache-key.ts';
import { catalogue } from '../../catalogue.ts';
import { routes } from '../../components/frame/site-routes.ts';
import { sitemap, sitemapAddresses, sitemapCodes } from '../../exports/sitemap.ts';

/** Only a site that knows its public origin can name its addresses. */
export const getStaticPaths = (async () => {
  const index = await catalogue();
  if (!import.meta.env.SITE) return [];
  return sitemapCodes(index).map((province) => {
    const addresses = sitemapAddresses(index, routes, province);
    return { params: { province }, props: { addresses }, cacheKey: cacheKey(addresses) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ addresses: string[] }> = ({ props, site }) =>
  new Response(sitemap(props.addresses, site?.href ?? ''));
