import { soundReleases } from '../content-files/releases/release-files.ts';
import { settings } from '../host/settings.ts';
import { citationFile } from '../open-data/citation-file.ts';
import { dataCatalogue, dataPackage } from '../open-data/data-package.ts';
import { publishedResources } from '../open-data/published-resource.ts';
import type { SiteInventory } from './site-manifest.ts';

const json = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * What is said of the open data as a whole, by path in the site: data package, catalogue, how to cite. The parts lie in
 * the order in which they are copied, as for the site's manifest.
 */
export function openDataFiles(parts: readonly Pick<SiteInventory, 'files'>[]): [path: string, text: string][] {
  const { site, base } = settings();
  const root = `${site?.replace(/\/$/, '') ?? ''}${base}`;
  const place = { address: `${root}data/`, about: `${root}about/` };
  const resources = publishedResources(new Map(parts.flatMap(({ files }) => Object.entries(files))));
  return [
    ['data/datapackage.json', json(dataPackage(place, resources))],
    ['data/dcat.jsonld', json(dataCatalogue(place, resources))],
    ['data/CITATION.cff', citationFile(place, soundReleases(settings().content).at(-1) ?? null)],
  ];
}
