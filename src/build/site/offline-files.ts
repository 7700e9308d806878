import { hash } from 'node:crypto';
import { packLists } from '../../offline/pack-lists.ts';
import type { SiteInventory } from '../site-manifest.ts';

/**
 * Lists of what can be kept for reading without a network, by path in the site. The parts lie in the order in which
 * they are copied, as for the site's manifest.
 */
export function offlineFiles(parts: readonly SiteInventory[]): [path: string, text: string][] {
  const files = Object.assign({}, ...parts.map((part) => part.files));
  const ids = [...new Set(parts.flatMap(({ texts }) => Object.keys(texts)))].sort();
  const { index, lists } = packLists(files, ids, (text) => hash('sha256', text, 'hex'));
  return [...lists, ['offline/packs.json', `${JSON.stringify(index)}\n`]];
}
