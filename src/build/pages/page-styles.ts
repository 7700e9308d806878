import { z } from 'zod';

const sheet = z.object({ depth: z.number(), order: z.number(), sheet: z.looseObject({ type: z.string() }) });

/** A page's style sheets as Astro's build knows them, by the page's key. */
export const pageStylesSchema = z.array(
  z.tuple([
    z.string(),
    z.object({
      key: z.string(),
      component: z.string(),
      route: z.object({ route: z.string() }),
      styles: z.array(sheet),
    }),
  ]),
);

/** A page's style sheets as Astro's build knows them. */
export type PageStyles = z.infer<typeof pageStylesSchema>[number][1];
