import { simplifiedCharacters } from './simplified-characters.ts';
import { isStandardLetter } from './standard-letters.ts';

/**
 * CJK radicals and strokes with the ideograph that each looks like, in pairs. Data: the Unicode Character Database
 * 15.0.0, EquivalentUnifiedIdeograph.txt, whole (© 2022 Unicode, Inc., www.unicode.org/terms_of_use.html). For stored
 * text; search keys have a table of their own in `fold.ts`, which never changes.
 */
const pairs =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿⼄乙⼅亅⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力⼓勹⼔匕⼕匚⼖匸⼗十⼘卜⼙卩⼚厂⼛厶⼜又⼝口⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山⼮巛⼯工⼰己⼱巾⼲干⼳幺⼴广⼵廴⼶廾⼷弋⼸弓⼹彐⼺彡⼻彳⼼心⼽戈⼾戶⼿手⽀支⽁攴⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽦疋⽧疒⽨癶⽩白⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾⾒見⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走⾜足⾝身⾞車⾟辛⾠辰⾡辵⾢邑⾣酉⾤釆⾥里⾦金⾧長⾨門⾩阜⾪隶⾫隹⾬雨⾭靑⾮非⾯面⾰革⾱韋⾲韭⾳音⾴頁⾵風⾶飛⾷食⾸首⾹香⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎⿎鼓⿏鼠⿐鼻⿑齊⿒齒⿓龍⿔龜⿕龠㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎';

/** Radicals that fonts for simplified Chinese draw with one letter's glyph, though Unicode names another. */
const drawnInSimplified: ReadonlyMap<string, string> = new Map([
  ['⼾', '户'],
  ['⺕', '彐'],
]);
/** Radicals that such fonts draw as parts of letters, not with the glyph of the one that Unicode names. */
const drawnAsPart: ReadonlySet<string> = new Set('⺍⺩⺫');
/** Letters of the simplified standard that no one-to-one table of traditional characters gives. */
const standardForms: ReadonlyMap<string, string> = new Map([['靑', '青']]);

/** In which characters a text is written; null where its letters do not tell. */
export type HanScript = 'simplified' | 'traditional' | null;

/** What a radical stands for, and whether nothing else can be meant in a text of that script. */
export interface RadicalReading {
  readonly ideograph: string;
  readonly isCertain: boolean;
}

let table: ReadonlyMap<string, string> | null = null;
let simple: ReadonlyMap<string, string> | null = null;
let simpleOnly: ReadonlySet<string> | null = null;

function equivalents(): ReadonlyMap<string, string> {
  if (table) return table;
  const characters = [...pairs];
  const made = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) made.set(characters[at] ?? '', characters[at + 1] ?? '');
  table = made;
  return made;
}

function simplifiedForms(): ReadonlyMap<string, string> {
  simple ??= simplifiedCharacters();
  return simple;
}

/**
 * The ideograph for which a radical or stroke stands in stored text; null for any other character. Where simplified
 * and traditional writing differ it is the one of `script`, or Unicode's own where that is not known.
 */
export function radicalIdeograph(character: string, script: HanScript): RadicalReading | null {
  const own = equivalents().get(character);
  if (own === undefined) return null;
  const drawn = drawnInSimplified.get(character);
  const form = drawn ?? simplifiedForms().get(own) ?? standardForms.get(own);
  if (form === undefined || form === own)
    return { ideograph: own, isCertain: isStandardLetter(own) && !drawnAsPart.has(character) };
  if (script === 'simplified') return { ideograph: form, isCertain: drawn !== undefined };
  return { ideograph: own, isCertain: script === 'traditional' && isStandardLetter(own) };
}

/** Letters that must tell one script from the other before a text counts as written in either. */
const leastTelling = 10;

/** In which characters a text is written, by the letters that only one of the two scripts has. */
export function hanScript(text: string): HanScript {
  const traditional = simplifiedForms();
  simpleOnly ??= new Set([...traditional.values()].filter((character) => !traditional.has(character)));
  let simplifiedCount = 0;
  let traditionalCount = 0;
  for (const character of text) {
    if (traditional.has(character)) traditionalCount++;
    else if (simpleOnly.has(character)) simplifiedCount++;
  }
  const telling = simplifiedCount + traditionalCount;
  if (telling < leastTelling) return null;
  if (traditionalCount < 0.1 * telling) return 'simplified';
  return traditionalCount > 0.5 * telling ? 'traditional' : null;
}
