import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaList } from '@vant/area-data';
import { levelOfCode } from '../../src/archive/region-code.ts';
import type { Role } from '../../src/archive/section.ts';
import type { SearchDocument, SearchParagraph } from '../../src/search/document.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { anchorHash } from '../../src/text/anchor.ts';
import { compareText } from '../../src/text/order.ts';

/** Where sentences come from: a JSONL file of texts (`content`), and a folder of reports in Markdown. */
export interface SentenceSources {
  readonly texts: string;
  readonly reports: string;
}

/** Sections in their usual order, with the share of the text each takes in real reports. */
const sections: readonly (readonly [heading: string, role: Role, share: number])[] = [
  ['主要举措和成效', 'achievements', 0.66],
  ['存在的不足和原因', 'shortcomings', 0.06],
  ['党政主要负责人履行推进法治建设第一责任人职责情况', 'first-responsible', 0.1],
  ['下一年度工作安排', 'plan', 0.16],
  ['其他需要报告的情况', 'other', 0.02],
];
const subjects =
  '依法全面履行政府职能 行政执法规范化建设 行政复议与行政应诉工作 健全依法决策机制 社会矛盾纠纷化解 行政权力监督'.split(
    ' ',
  );
const topics =
  '物业管理 养犬管理 大气污染防治 文明行为促进 历史文化名城保护 停车场管理 生活垃圾分类 优化营商环境 河道管理 电动自行车管理 城市绿化 燃气安全'.split(
    ' ',
  );
const bodies =
  '市场监管局 司法局 城管执法局 应急管理局 生态环境局 人力资源和社会保障局 自然资源和规划局 卫生健康委 交通运输局 农业农村局 住房和城乡建设局 文化和旅游局'.split(
    ' ',
  );
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章'];
const givenNames = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建华志国庆玉春梅海燕波'];
const numerals = [...'一二三四五六七八九十'];

const isTraditional = (text: string): boolean =>
  (text.match(/[們國會動經濟產業務發黨員對說為與]/g)?.length ?? 0) / text.length > 0.01;

const sentences = (text: string): string[] =>
  text
    .split(/\n+/)
    .flatMap((line) => line.trim().split(/(?<=[。；！？])/))
    .filter((sentence) => sentence.length >= 12 && sentence.length <= 220);

/**
 * Invented reports for measuring: some 6,800 characters each, put together at random from real sentences, with other
 * figures, place names and personal names; no two have the same region and year. In order of id.
 */
export function inventedReports(count: number, sources: SentenceSources, seed = 20261121): SearchDocument[] {
  const random = randomNumbers(seed);
  const pick = <T>(items: readonly T[], fallback: T): T => items[Math.floor(random() * items.length)] ?? fallback;
  const own = globSync('**/*.{md,txt}', { cwd: sources.reports })
    .sort()
    .flatMap((file) => sentences(readFileSync(join(sources.reports, file), 'utf8').replace(/^---\n.*?\n---\n/s, '')));
  const general = readFileSync(sources.texts, 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).content)
    .filter((content) => !isTraditional(content))
    .flatMap(sentences);
  const places = Object.entries({ ...areaList.city_list, ...areaList.county_list }).filter(([code]) =>
    /^[1-6]\d{5}$/.test(code),
  );
  const provinces = new Map(Object.entries(areaList.province_list).map(([code, name]) => [code.slice(0, 2), name]));

  const figures = (text: string): string =>
    text.replace(/\d+(\.\d+)?/g, (figure) => {
      if (/^(19|20)\d\d$/.test(figure)) return random() < 0.5 ? figure : String(2014 + Math.floor(random() * 11));
      const value = Number(figure) * (0.3 + random() * 1.6);
      return figure.includes('.')
        ? value.toFixed(figure.split('.')[1]?.length)
        : String(Math.max(1, Math.round(value)));
    });
  const sentence = (place: string): string => {
    const kind = random();
    if (kind < 0.3) return pick(own, '');
    if (kind < 0.7) return pick(general, '');
    if (kind < 0.9) {
      const a = pick(general, '').split(/(?<=，)/);
      const b = pick(random() < 0.5 ? own : general, '').split(/(?<=，)/);
      return a.slice(0, Math.ceil(a.length / 2)).join('') + b.slice(Math.floor(b.length / 2)).join('');
    }
    const name = pick(surnames, '') + pick(givenNames, '') + (random() < 0.6 ? pick(givenNames, '') : '');
    const rule = `《${place}${pick(topics, '')}${pick(['条例', '办法', '实施细则'], '')}》`;
    const cases = `全年办理行政复议案件${Math.floor(random() * 900)}件、行政应诉案件${Math.floor(random() * 300)}件`;
    const rate = `负责人出庭应诉率${(80 + random() * 20).toFixed(1)}%`;
    return `${place}${pick(bodies, '')}${name}牵头，制定出台${rule}，${cases}，${rate}，开展培训${1 + Math.floor(random() * 60)}场次。`;
  };

  const taken = new Set<string>();
  const reports: SearchDocument[] = [];
  while (reports.length < count) {
    const [code, place] = pick(places, ['110101', '东城区'] as const);
    const year = 2013 + Math.floor(random() * 12);
    const id = `${code}/${year}`;
    if (taken.has(id)) continue;
    taken.add(id);
    const local = (text: string): string =>
      text
        .replace(/绩溪县?|全国|我国|中国(?!特色|式|共产)/g, () => (random() < 0.7 ? place : `全${place.slice(-1)}`))
        .replace(/我市|我县|我区/g, `我${place.slice(-1)}`);
    const title = `${place}${year}年法治政府建设年度报告`;
    const paragraphs: SearchParagraph[] = [];
    const target = 4500 + random() * 3000;
    const paragraph = (role: Role | null, heading: string | null): number => {
      let text = '';
      for (let k = 1 + Math.floor(random() * 4); k > 0; k--) text += local(figures(sentence(place)));
      paragraphs.push({ anchor: `p-${anchorHash(text)}`, text, role, heading });
      return text.length;
    };
    paragraph(null, null);
    for (const [number, [name, role, share]] of sections.entries()) {
      let heading = `${numerals[number]}、${name}`;
      paragraphs.push({ anchor: `p-${anchorHash(heading)}`, text: heading, role, heading });
      for (let length = 0, part = 0; length < target * share; ) {
        if (role === 'achievements' && random() < 0.2) {
          heading = `（${numerals[part++ % 10]}）${pick(subjects, '')}`;
          paragraphs.push({ anchor: `p-${anchorHash(heading)}`, text: heading, role, heading });
        }
        length += paragraph(role, heading);
      }
    }
    reports.push({
      id,
      region: code,
      year,
      level: levelOfCode(code) ?? 'county',
      issuerKind: pick(['government', 'party-and-government'] as const, 'government'),
      slug: null,
      paragraphs,
      title,
      path: [provinces.get(code.slice(0, 2)) ?? '', place],
    });
  }
  return reports.sort((a, b) => compareText(a.id, b.id));
}
