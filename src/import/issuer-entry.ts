import { slugPattern } from '../archive/report-id.ts';

/** Letters of a proposed name, so that addresses stay short. */
const longestSlug = 40;

/** A department's name without the places in front of it (安徽省绩溪县茶产业发展中心 → 茶产业发展中心). */
function ownName(name: string, places: readonly string[]): string {
  const rest = places.reduce((words, place) => (words.startsWith(place) ? words.slice(place.length) : words), name);
  return rest.length >= 2 ? rest : name;
}

/** A stable ASCII name by how the department's is read. */
async function readSlug(name: string): Promise<string> {
  // The readings are large, and hardly ever needed.
  const { placeReading } = await import('../pinyin/place-reading.ts');
  let slug = '';
  for (const syllable of placeReading(name)) {
    const longer = slug === '' || syllable === '' ? slug + syllable : `${slug}-${syllable}`;
    if (longer.length <= longestSlug) slug = longer;
  }
  return slugPattern.test(slug) ? slug : 'department';
}

/**
 * The line for `issuers.yaml` that gives a department its stable ASCII name: by `slug`, else one proposed by how the
 * name is read. `places`: the names of the regions above it, from the top down.
 */
export async function issuerEntryLine(name: string, places: readonly string[], slug?: string): Promise<string> {
  const own = ownName(name, places);
  return `- { slug: ${slug ?? (await readSlug(own))}, names: [${JSON.stringify(own)}] }`;
}
