import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, extractText, reportMentions } from '../../../../catalogue.ts';

/** The documents that a report names, each as often as it names it. */
export const getStaticPaths = (async () => {
  const { reports } = await catalogue();
  return Promise.all(
    reports.map(async ({ id }) => {
      const [region = '', year = ''] = id.split('/');
      return { params: { region, year }, props: { id }, cacheKey: cacheKey(await extractText(id)) };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props }) => {
  const mentions = await reportMentions(props.id);
  return Response.json(
    mentions.map(({ name, key, number, kind, basis, anchor }) => ({ name, key, number, kind, basis, anchor })),
  );
};
