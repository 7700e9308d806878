/** Who speaks by the kind of its unit alone: 市政府, 全县, 自治区党委、政府, 县委、县政府. */
const bare =
  /^(?:中共)?(?:(?:全|我|本)([省市县区州旗盟])|(自治[区州县旗])|(?=.*(?:政府|委))([省市县区州旗盟]))(?:(?:党委|委员会|委)[、和与]?(?:\2|\3)?(?:人民政府|政府)|(?:人民政府|政府)(?:办公[厅室])?|党委|委员会|委)?$/;

/**
 * The kind of unit by which a title's head, a signature or a sentence's subject calls who speaks without its name
 * (市政府 → 市, 自治区 → 自治区), as the names of such units end; null where it names a unit, or none.
 */
export function bareSpeaker(words: string): string | null {
  const [, whole, autonomous, plain] = bare.exec(words) ?? [];
  return whole ?? autonomous ?? plain ?? null;
}
