import type { Region } from '../../archive/region.ts';
import type { RegionTree } from '../../archive/region-tree.ts';

/**
 * Units without a code of their own whose names do not tell where they lie, with the code of the unit above. Written
 * from knowledge, no register: what it gives is proposed, never written without a curator's word.
 */
const zones: readonly (readonly [name: string, parent: string])[] = [
  ['雄安新区', '130000'],
  ['西咸新区', '610000'],
  ['贵安新区', '520000'],
  ['两江新区', '500000'],
  ['天府新区', '510000'],
  ['滇中新区', '530000'],
  ['赣江新区', '360000'],
  ['江北新区', '320100'],
  ['湘江新区', '430100'],
  ['西海岸新区', '370200'],
  ['金普新区', '210200'],
  ['中新天津生态城', '120000'],
  ['横琴粤澳深度合作区', '440000'],
  ['宁东能源化工基地', '640000'],
  ['平潭综合实验区', '350000'],
  ['杨凌农业高新技术产业示范区', '610000'],
  ['杨凌示范区', '610000'],
  ['长白山保护开发区', '220000'],
  ['临港新片区', '310000'],
  ['东湖新技术开发区', '420100'],
  ['东湖高新区', '420100'],
  ['东湖生态旅游风景区', '420100'],
  ['郑州航空港经济综合实验区', '410100'],
  ['新疆生产建设兵团', '650000'],
];

/** Cities that are one with a division of the corps, by the division's number; the others have none. */
const divisions: Readonly<Record<string, string>> = {
  一: '659002',
  二: '659006',
  三: '659003',
  四: '659008',
  五: '659007',
  六: '659004',
  七: '659010',
  八: '659001',
  九: '659012',
  十: '659005',
  十三: '659011',
  十四: '659009',
};
const corps = '650000';
const division = /第([一二三四五六七八九十]{1,2})师/;

/** A unit without a code that a name is known for, and the unit above it in the year; null for any other name. */
export function knownZone(
  whole: string,
  tree: RegionTree,
  year: number | null,
): { name: string; parent: Region } | null {
  const numbered = division.exec(whole);
  const isCorps = numbered !== null && /^(?:中共)?(?:新疆生产建设兵团|新疆兵团|兵团)?第/.test(whole);
  const found: readonly [string, string] | undefined = isCorps
    ? [numbered[0], divisions[numbered[1] ?? ''] ?? corps]
    : zones.find(([name]) => whole.includes(name));
  if (!found) return null;
  const parent = tree.region(found[1], year ?? undefined) ?? tree.region(found[1]);
  return parent ? { name: found[0], parent } : null;
}

/** The division with which a city of the corps speaks as one (第八师石河子市); null where a name has none. */
export const jointDivision = (name: string): string | null => division.exec(name)?.[0] ?? null;
