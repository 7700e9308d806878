import type { Findable } from './region-finding.ts';

/** Peoples that a unit of self-government is named for; without them the place's own name is left. */
const peoples =
  /(?<=..)(?:各族|(?:维吾尔|哈萨克|柯尔克孜|蒙古|壮|满|回|苗|土家|彝|藏|布依|侗|瑶|朝鲜|白|哈尼|黎|傣|畲|傈僳|仡佬|东乡|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|达斡尔|景颇|毛南|撒拉|布朗|阿昌|普米|鄂温克|怒|保安|裕固|独龙)族|维吾尔|哈萨克|柯尔克孜|蒙古|锡伯)+$/u;

/** Names that are written otherwise in Latin letters than they are read in Mandarin without tones. */
const usual: Readonly<Record<string, string>> = {
  陕西: 'Shaanxi',
  内蒙古: 'Inner Mongolia',
  香港: 'Hong Kong',
  澳门: 'Macao',
};

/**
 * A place's name in Latin letters, as it stands beside the Chinese one, which says what kind of place it is: 上党区
 * gives `Shangdang`, 祁县 `Qixian`, 恩施土家族苗族自治州 `Enshi`, 西安市 `Xi’an`, 吕梁市 `Lüliang`. Empty where a reading is
 * missing.
 */
export function placePinyin({ region, stem }: Findable): string {
  const own = stem.replace(peoples, '');
  const known = usual[own];
  if (known !== undefined) return known;
  const { length } = [...own].length > 1 ? [...own] : [...region.name];
  const syllables = region.syllables.slice(0, length);
  if (syllables.length < length || syllables.includes('')) return '';
  const word = syllables
    .map((syllable) => syllable.replaceAll('v', 'ü'))
    .reduce((before, next) => `${before}${/^[aoe]/.test(next) ? '’' : ''}${next}`);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
