import type { Recognition } from '../../src/import/recognise/recognition.ts';

/** What is recognised of a report whatever format it comes in: place, year, issuer, day, parts, damage. */
export const recognisedFacts = (found: Recognition) => ({
  isReport: found.likeness.isReport,
  title: found.title,
  region: found.region?.code,
  year: found.year,
  issuerKind: found.issuerKind,
  issuers: found.issuers,
  signed: found.signed,
  sections: found.sections,
  damage: found.damage.map(({ code, quote, reading }) => [code, quote, reading]),
});
