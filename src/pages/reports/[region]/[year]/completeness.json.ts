import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, reportFacts } from '../../../../catalogue.ts';
import type { ReportFacts } from '../../../../views/extract/shortcomings.ts';

/** What the rules ask of a report, and where it stands; all null where the program failed. */
export const getStaticPaths = (async () => {
  const { reports } = await catalogue();
  const facts = await reportFacts();
  return reports.map(({ id }) => {
    const [region = '', year = ''] = id.split('/');
    const found = facts.get(id)?.completeness ?? null;
    return { params: { region, year }, props: { found }, cacheKey: cacheKey(found) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ found: ReportFacts['completeness'] | null }> = ({ props: { found } }) =>
  Response.json({
    ruleSet: found?.ruleSet ?? null,
    items: found?.items.map(({ role, state, anchor }) => ({ role, state, anchor })) ?? null,
    published: found && { day: found.published.day, state: found.published.state },
  });
