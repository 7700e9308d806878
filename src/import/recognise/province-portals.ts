/**
 * Under which name below gov.cn each province's government has its portal, by the province's code. Written from
 * knowledge, no register: evidence for texts that speak for a whole province without its name, and for nothing else.
 */
const portals: Readonly<Record<string, readonly string[]>> = {
  110000: ['beijing'],
  120000: ['tj'],
  130000: ['hebei'],
  140000: ['shanxi'],
  150000: ['nmg'],
  210000: ['ln'],
  220000: ['jl'],
  230000: ['hlj'],
  310000: ['sh', 'shanghai'],
  320000: ['jiangsu', 'js'],
  330000: ['zj'],
  340000: ['ah'],
  350000: ['fujian', 'fj'],
  360000: ['jiangxi'],
  370000: ['shandong', 'sd'],
  410000: ['henan'],
  420000: ['hubei'],
  430000: ['hunan'],
  440000: ['gd'],
  450000: ['gxzf'],
  460000: ['hainan'],
  500000: ['cq'],
  510000: ['sc'],
  520000: ['guizhou'],
  530000: ['yn'],
  540000: ['xizang'],
  610000: ['shaanxi'],
  620000: ['gansu'],
  630000: ['qinghai'],
  640000: ['nx'],
  650000: ['xinjiang'],
};
const byHost = new Map(
  Object.entries(portals).flatMap(([code, hosts]) => hosts.map((host): [string, string] => [host, code])),
);

/** The code of the province whose portal, or a site below it, an address is on; null for any other address. */
export function portalProvince(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const host = /([a-z\d-]+)\.gov\.cn$/.exec(new URL(address).hostname)?.[1];
  return host === undefined ? null : (byHost.get(host) ?? null);
}
