import type { Report } from '../archive/report-schema.ts';

/**
 * A fresh draft with what a curator did to the held report: fields whose basis is `curator`, notes that recognition
 * does not know (or whose reading or reason a curator wrote), sections set by hand, the source's address and day,
 * redactions and versions. Notes whose words no longer stand in the text go.
 */
export function curatedReport(fresh: Report, held: Report, isQuoted: (quote: string) => boolean): Report {
  const isSame = (a: Report['notes'][number], b: Report['notes'][number]): boolean =>
    a.quote === b.quote && a.occurrence === b.occurrence && a.code === b.code;
  const notes = fresh.notes.map((note) => held.notes.find((one) => isSame(one, note)) ?? note);
  const own = held.notes.filter((note) => !fresh.notes.some((one) => isSame(one, note)) && isQuoted(note.quote));
  const byHand = held.sections.filter(({ basis }) => basis === 'curator');
  const sections =
    byHand.length === 0
      ? fresh.sections
      : [...fresh.sections.filter(({ role }) => !byHand.some((one) => one.role === role)), ...byHand];
  const sources = fresh.sources.map((source) => {
    const known = held.sources.find(({ sha256 }) => sha256 === source.sha256);
    return known ? { ...source, url: source.url ?? known.url, captured: source.captured ?? known.captured } : source;
  });
  const others = held.sources.filter(({ sha256 }) => !sources.some((source) => source.sha256 === sha256));
  const isCurated = held.issuers.some(({ basis }) => basis === 'curator');
  const published = held.published?.basis === 'curator' ? held.published : fresh.published;
  const signed = held.signed?.basis === 'curator' ? held.signed : fresh.signed;
  const isTitled = held.titleBasis === 'curator';
  const answered = [
    ...(published !== fresh.published ? ['date/published-unknown', 'date/disagrees', 'date/updated-only'] : []),
    ...(signed !== fresh.signed ? ['date/signed-unknown', 'date/signed-day-lost'] : []),
    ...(isTitled ? ['title/missing'] : []),
    ...(isCurated ? ['issuer/inferred', 'issuer/carried', 'issuer/disagrees'] : []),
  ];
  return {
    ...fresh,
    title: isTitled ? held.title : fresh.title,
    titleBasis: isTitled ? 'curator' : fresh.titleBasis,
    issuers: isCurated ? held.issuers : fresh.issuers,
    issuerKind: held.basis.issuerKind === 'curator' ? held.issuerKind : fresh.issuerKind,
    slug: held.basis.issuerKind === 'curator' ? held.slug : fresh.slug,
    basis: {
      region: held.basis.region === 'curator' ? 'curator' : fresh.basis.region,
      year: held.basis.year === 'curator' ? 'curator' : fresh.basis.year,
      issuerKind: held.basis.issuerKind === 'curator' ? 'curator' : fresh.basis.issuerKind,
    },
    region: held.basis.region === 'curator' ? held.region : fresh.region,
    regionPath: held.basis.region === 'curator' ? held.regionPath : fresh.regionPath,
    year: held.basis.year === 'curator' ? held.year : fresh.year,
    published,
    signed,
    sources: [...sources, ...others],
    sections,
    notes: [...notes, ...own],
    transformations: [
      ...fresh.transformations,
      ...held.transformations.filter(({ rule }) => rule === 'redaction/name'),
    ],
    redactions: held.redactions,
    versions: held.versions,
    doubts: fresh.doubts.filter(({ code }) => !answered.includes(code)),
  };
}
