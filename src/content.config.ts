import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { levels } from './archive/region.ts';
import { reportSummarySchema } from './archive/report-summary.ts';
import { pageFileLoader } from './astro/page-file-loader.ts';
import { regionLoader } from './astro/region-loader.ts';
import { reportLoader } from './astro/report-loader.ts';

export const collections = {
  reports: defineCollection({ loader: reportLoader(), schema: reportSummarySchema }),
  pageFiles: defineCollection({ loader: pageFileLoader(), schema: z.strictObject({ digest: z.string() }) }),
  regions: defineCollection({
    loader: regionLoader(),
    schema: z.strictObject({
      code: z.string(),
      name: z.string(),
      level: z.enum(levels),
      parent: z.string().nullable(),
      since: z.int().nullable(),
      until: z.int().nullable(),
      successors: z.array(z.string()),
    }),
  }),
};
