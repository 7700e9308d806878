import { issuerKinds } from '../../src/archive/issuer.ts';
import { levels } from '../../src/archive/region.ts';
import { roles } from '../../src/archive/section.ts';
import type { SearchDocument, SearchParagraph } from '../../src/search/document.ts';
import { anchorHash } from '../../src/text/anchor.ts';
import { folded } from '../../src/text/fold.ts';

export type Random = () => number;

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export function oneOf<Item>(random: Random, items: readonly Item[], fallback: Item): Item {
  return items[below(random, items.length)] ?? fallback;
}

/** Stretches that come again and again, with all that folding and UTF-16 make difficult. */
const stretches =
  '深入学习贯彻习近平法治思想，|行政复议案件32件，|“放管服”改革，|行政復議意見書|双随机、一公开；|（一）加强领导。|2021—2025年|全县各级行政机关负责人出庭应诉率100%，|法治政府建设|一一一一|。|……|👍🏽|𠮷野家|a.b*c[d]|ＡＢＣ123|⺠政|里裡|二○二四|\u00a0 \u3000|问|题|存在不足|执法力量薄弱，|的|是|在|工作'.split(
    '|',
  );

const characters = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞',
];

/** A paragraph of some of the stretches and some single characters. */
export function inventedText(random: Random, pieces: number): string {
  let text = '';
  for (let i = 0; i < pieces; i++) {
    text += random() < 0.6 ? oneOf(random, stretches, '') : oneOf(random, characters, '');
    if (random() < 0.1) text += String(below(random, 1000));
  }
  return text;
}

const numbered = (): ((text: string) => string) => {
  const seen = new Map<string, number>();
  return (text) => {
    const count = (seen.get(anchorHash(text)) ?? 0) + 1;
    seen.set(anchorHash(text), count);
    return `p-${anchorHash(text)}${count > 1 ? `-${count}` : ''}`;
  };
};

/** An invented report; `serial` makes its id. */
export function inventedDocument(random: Random, serial: number): SearchDocument {
  const region = `${11 + (serial % 5)}${String(1 + (serial % 3)).padStart(2, '0')}${String(1 + (serial % 7)).padStart(2, '0')}`;
  const year = 2010 + Math.floor(serial / 105);
  const slug = serial % 4 === 3 ? `bureau-${serial}` : `unit-${serial}`;
  const anchorOf = numbered();
  let heading: string | null = null;
  const paragraphs = Array.from({ length: 1 + below(random, 9) }, (_, i): SearchParagraph => {
    const role = i === 0 ? null : oneOf(random, [null, ...roles], null);
    const text = inventedText(random, below(random, 24));
    if (random() < 0.3) heading = text;
    return { anchor: anchorOf(text), text, role, heading };
  });
  return {
    id: `${region}/${year}-${slug}`,
    region,
    year,
    level: oneOf(random, levels, 'county'),
    issuerKind: oneOf(random, issuerKinds, 'department'),
    slug,
    paragraphs,
    title: random() < 0.5 ? `某县${year}年法治政府建设年度报告${inventedText(random, 2)}` : null,
    path: ['某省', '某县'],
  };
}

interface FoldedParagraph {
  readonly fold: string;
  readonly role: string | null;
}

/** What was folded before: a test asks for the same report again and again. */
const foldedBefore = new WeakMap<SearchDocument, readonly FoldedParagraph[]>();

/** The searched paragraphs of a report, folded, with their roles. */
export function scanned(document: SearchDocument): readonly FoldedParagraph[] {
  const before = foldedBefore.get(document);
  if (before) return before;
  const { title, paragraphs } = document;
  const all = [
    ...(title === null ? [] : [{ fold: folded(title), role: null }]),
    ...paragraphs.map(({ text, role }) => ({ fold: folded(text), role })),
  ];
  foldedBefore.set(document, all);
  return all;
}

/** How often a folded phrase, of one character at least, stands in a report, each place counted. */
export function plainCount(document: SearchDocument, phrase: string, roles: readonly string[] = []): number {
  if (phrase === '') throw new Error('nothing to count');
  let count = 0;
  for (const { fold, role } of scanned(document)) {
    if (roles.length > 0 && (role === null || !roles.includes(role))) continue;
    for (let at = fold.indexOf(phrase); at >= 0; at = fold.indexOf(phrase, at + 1)) count++;
  }
  return count;
}

/** A phrase to look for: mostly a piece of a text as it stands there, at times of two texts, at times of none. */
export function drawnPhrase(random: Random, documents: readonly SearchDocument[]): string {
  const piece = (most: number): string => {
    const [fallback] = documents;
    if (!fallback) return '法';
    const paragraphs = scanned(oneOf(random, documents, fallback)).filter(({ fold }) => fold !== '');
    const text = [...oneOf(random, paragraphs, { fold: '法', role: null }).fold];
    const from = below(random, text.length);
    return text.slice(from, from + 1 + below(random, most)).join('');
  };
  const kind = random();
  if (kind < 0.1) return piece(3) + piece(3);
  if (kind < 0.15) return oneOf(random, ['龘', '不存在的词语', '法法法法', '👎'], '龘');
  return piece(oneOf(random, [2, 6, 12, 40, 200], 6));
}
