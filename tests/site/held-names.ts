import { documentNames } from '../../src/analysis/documents/document-names.ts';
import { namedDocuments } from '../../src/analysis/documents/named-documents.ts';
import { coverageRecords } from '../../src/content-files/coverage-register.ts';
import { glossaryTerms } from '../../src/content-files/glossary-register.ts';
import { readIssuerRegister } from '../../src/content-files/issuer-register.ts';
import { documentEntries } from '../../src/content-files/lexicons/document-register.ts';
import { indicators } from '../../src/content-files/lexicons/indicator-register.ts';
import { ruleSets } from '../../src/content-files/lexicons/rule-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import type { WithdrawnEntry } from '../../src/content-files/withdrawn-register.ts';
import { settings } from '../../src/host/settings.ts';
import { provinceTiles } from '../../src/views/coverage-grid.ts';
import { secondYearSample } from './second-year.ts';

/** A report that the site below a sub-path has withdrawn; invented. */
export const withdrawnSample = {
  id: '370304/2021',
  issuers: '淄博市博山区人民政府',
  day: '2026-01-05',
  by: '虚构的编者',
  reason: '应制发机关要求（虚构）',
  captures: [],
  versions: [1],
} as const satisfies WithdrawnEntry;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Tells whether a text is wholly made of what the archive holds and no interface says: names of regions, and every text
 * of the reports' metadata (titles, issuers, media, editors' notes), of the glossary and of the coverage register; alone, or several
 * with commas, spaces or nothing between.
 */
export function heldNames(): (text: string) => boolean {
  const { content: folder } = settings();
  const regions = readRegionRegister(folder).regions.map(({ name }) => name);
  const terms = glossaryTerms(folder);
  // As a term's page writes where its explanation comes from.
  const references = terms.map(({ sources }) =>
    sources.map(({ title, number, place }) => `《${title}》（${number}）${place ?? ''}`).join('；'),
  );
  const lexicon = documentEntries(folder);
  const documentsByName = documentNames(lexicon);
  const rules = ruleSets(folder);
  // Names of documents as reports write them, and as the page of each has them.
  const documents = reportFiles(folder).flatMap((file) => {
    const paragraphs = soundReport(folder, file).body.split('\n');
    const mentions = namedDocuments(
      paragraphs.map((text) => ({ anchor: '', text, role: null, heading: null })),
      documentsByName,
    );
    return mentions.flatMap(({ name, number }) => [name, `《${name}》`, ...(number === null ? [] : [number])]);
  });
  const measured = indicators(folder).measures;
  const held = [
    ...measured.map(({ name }) => name),
    ...measured.flatMap(({ units, subject, words = [], without, source }) => [
      ...[units, subject, words, without].map((list) => list.join('、')),
      source,
    ]),
    ...documents,
    ...texts(lexicon),
    ...texts(rules),
    ...rules.map(({ name, number = '', article = '' }) => `《${name}》${number}${article}`),
    ...regions,
    // As readings name them.
    ...regions.map((name) => name.replace(/[省市区县旗盟州]$/, '')),
    ...provinceTiles.map(({ name }) => name),
    ...reportFiles(folder).flatMap((file) => texts(soundReport(folder, file).report)),
    ...texts(coverageRecords(folder)),
    ...texts(withdrawnSample),
    ...texts(secondYearSample),
    // Departments without their region's name, as its page names them.
    ...texts(readIssuerRegister(folder)),
    ...texts(terms),
    ...references,
  ].map(collapsed);
  const names = new Set(held);
  // A path of names without spaces between them, as in a sentence.
  const known = new Set(regions);
  const longest = Math.max(...regions.map(({ length }) => length));
  const isPath = (text: string): boolean =>
    known.has(text) ||
    Array.from({ length: longest }, (_, at) => at + 1).some(
      (end) => known.has(text.slice(0, end)) && isPath(text.slice(end)),
    );
  const isOne = (text: string): boolean => !/\p{Script=Han}/u.test(text) || names.has(text) || isPath(text);
  return (text) =>
    isOne(collapsed(text)) ||
    collapsed(text)
      .split(/[、， ]/)
      .every(isOne);
}
