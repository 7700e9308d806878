import { z } from 'zod';
import { reportSchema } from './report-schema.ts';

/** What lists need of a report: metadata only, never text; this is all that the content store keeps. */
export const reportSummarySchema = reportSchema
  .pick({
    title: true,
    titleBasis: true,
    region: true,
    regionPath: true,
    year: true,
    slug: true,
    issuerKind: true,
    signed: true,
    published: true,
  })
  .extend({
    id: z.string(),
    issuerNames: z.array(z.string()),
    /** Characters of the report's text, as `reportCharacters` counts them. */
    characters: z.int(),
    /** Day its first capture was fetched; null where unknown. */
    captured: z.iso.date().nullable(),
    /** The capture that the text was taken from, and its address on the web; null only where none is entered. */
    source: reportSchema.shape.sources.element.pick({ sha256: true, format: true, url: true }).nullable(),
    /** Superseded texts, oldest first: number, day of replacement, reason. */
    replaced: reportSchema.shape.versions,
    /** When and why private names were taken out. */
    redacted: reportSchema.shape.redactions,
    /** Changes whenever the file does. */
    digest: z.string(),
  });

export type ReportSummary = z.infer<typeof reportSummarySchema>;
