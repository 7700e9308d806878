import { en } from '../i18n/en/en.ts';
import { zhHans } from '../i18n/zh-hans/zh-hans.ts';
import type { TwoLanguages } from './data-table.ts';
import { mediaTypes, type PublishedResource, textsKind } from './published-resource.ts';
import { textFields } from './report-json-schema.ts';
import { tableSchema } from './table-files.ts';

/** Where the open data stands. */
export interface DataPlace {
  /** Of the folder of data, ending in a slash: with the public origin, or a path where none is known. */
  readonly address: string;
  /** The page on sources, method and rights. */
  readonly about: string;
}

/** What the archive is called. */
export const archiveName: TwoLanguages = { zh: zhHans.siteName, en: en.siteName };

/** The archive's own records: given to everybody. */
export const ownRights = {
  name: 'CC0-1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
  title: 'CC0 1.0',
} as const;

/** The texts: the archive claims no right in them. */
export const textRights = {
  name: 'notspecified',
  title: '本库对报告文字不主张任何权利 | No right is claimed in the texts of the reports',
} as const;

const formNames: Readonly<Record<PublishedResource['form'], string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'Parquet',
  jsonl: 'JSON Lines',
};

function resource({ path, sha256, bytes, form, kind, table }: PublishedResource) {
  const place = path.replace(/\.[a-z]+$/, '').replaceAll('/', '-');
  return {
    name: form === 'csv' || form === 'jsonl' ? place : `${place}-${form}`,
    title: `${kind.title.zh} ${kind.title.en} (${formNames[form]})`,
    description: `${kind.about.zh} ${kind.about.en}`,
    ...{ path, format: form, mediatype: mediaTypes[form], bytes, hash: `sha256:${sha256}` },
    ...(form === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...(form === 'csv' && table ? { profile: 'tabular-data-resource', dialect: { lineTerminator: '\r\n' } } : {}),
    ...(table ? { schema: tableSchema(table) } : {}),
    ...(kind === textsKind ? { schema: { fields: textFields() }, jsonSchema: 'schemas/report.json' } : {}),
    licenses: [kind.holdsText ? textRights : ownRights],
  };
}

/** The data package (Frictionless) of the open data: every file with its bytes, digest, schema and rights. */
export function dataPackage({ address, about }: DataPlace, resources: readonly PublishedResource[]) {
  return {
    profile: 'data-package',
    name: 'fazhi-archive',
    title: `${archiveName.zh} ${archiveName.en}`,
    homepage: address,
    ...(/^https?:/.test(about) ? { sources: [{ title: archiveName.zh, path: about }] } : {}),
    licenses: [ownRights],
    resources: resources.map(resource),
  };
}

const said = (words: TwoLanguages) => [
  { '@language': 'zh-Hans', '@value': words.zh },
  { '@language': 'en', '@value': words.en },
];

/** The open data as a catalogue (DCAT 3, JSON-LD): a data set for each table and one for the texts, with their files. */
export function dataCatalogue({ address, about }: DataPlace, resources: readonly PublishedResource[]) {
  const sets = Map.groupBy(resources, ({ kind }) => kind.name);
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      spdx: 'http://spdx.org/rdf/terms#',
    },
    '@id': `${address}dcat.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': said(archiveName),
    'dcat:landingPage': { '@id': address },
    'dcat:dataset': [...sets].flatMap(([name, files]) =>
      files.slice(0, 1).map(({ kind }) => ({
        '@id': `${address}#${name}`,
        '@type': 'dcat:Dataset',
        'dct:title': said(kind.title),
        'dct:description': said(kind.about),
        'dct:language': 'zh-Hans',
        'dct:rights': { '@id': kind.holdsText ? about : ownRights.path },
        'dcat:distribution': files.map(({ path, form, bytes, sha256 }) => ({
          '@type': 'dcat:Distribution',
          'dcat:downloadURL': { '@id': `${address}${path}` },
          'dcat:mediaType': mediaTypes[form],
          'dcat:byteSize': bytes,
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
            'spdx:checksumValue': sha256,
          },
        })),
      })),
    ),
  };
}
