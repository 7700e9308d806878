/** The text's own level: what it calls itself most (我市, 全县, 区委、区政府). */
export function ownSuffix(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(
    /我([省市县区州旗])|全([省市县区州旗])|([省市县区州旗])委、?\3政府|([省市县区州旗])委、政府|([省市县区州旗])委常委会/g,
  )) {
    const level = match.slice(1).find((one) => one !== undefined) ?? '';
    counts.set(level, (counts.get(level) ?? 0) + (match[1] ? 3 : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Whether a unit's name is of the kind that 我市, 全县, 区委 speak of. */
export const bears = (name: string, suffix: string): boolean =>
  name.endsWith(suffix) || (suffix === '区' && /自治区$/.test(name)) || (suffix === '省' && /自治区$/.test(name));
