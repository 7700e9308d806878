import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, figuresOf, indicatorsDigest } from '../../../../catalogue.ts';
import { figureRecords } from '../../../../views/extract/figures.ts';

/** Every figure of a report with its sentence; none where the program failed. */
export const getStaticPaths = (async () => {
  const words = indicatorsDigest();
  return (await catalogue()).reports.map((report) => {
    const [region = '', year = ''] = report.id.split('/');
    return { params: { region, year }, props: { id: report.id }, cacheKey: cacheKey([report, words]) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props }) =>
  Response.json(figureRecords((await figuresOf(props.id)) ?? []));
