import { randomNumbers } from '../../src/synth/random.ts';

/** A phrase to look for, folded, and of which kind it is. */
export interface DrawnQuery {
  readonly kind: string;
  readonly phrase: string;
}

/** What a plain scan finds. */
export interface ScanResult {
  /** Numbers of the reports that hold the phrase, and how often each does. */
  readonly counts: ReadonlyMap<number, number>;
  readonly occurrences: number;
}

const words =
  '工作 经济 发展 政府 改革 社会 法治 企业 建设 服务 农业 教育 安全 管理 监督 法律 投资 就业 市场 文化'.split(' ');
const terms =
  '行政复议 负责人出庭应诉率 放管服 一规划两纲要 习近平法治思想 行政执法三项制度 重大行政决策 规范性文件备案审查 合法性审查 行政应诉案件 法治政府建设年度报告 第一责任人职责 12345热线 98% 2021-2025年 双随机、一公开 全面依法治国 营商环境 <民法典> 证明事项告知承诺制 府院联动 政府法律顾问 基层综合执法 三项制度 八五普法 关键少数 示范创建 中央全面依法治国委员会 行政规范性文件 行政裁量权基准'.split(
    ' ',
  );

/** Counts a phrase in every text by looking at every place; paragraphs of a text are apart by line feeds. */
export function plainScan(texts: readonly string[], phrase: string): ScanResult {
  const counts = new Map<number, number>();
  let occurrences = 0;
  for (const [number, text] of texts.entries()) {
    let count = 0;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) count++;
    if (count > 0) counts.set(number, count);
    occurrences += count;
  }
  return { counts, occurrences };
}

/**
 * Phrases drawn at random from folded texts: characters of 1 to 12 in a row wherever they stand, across punctuation,
 * with figures; frequent words, terms of the field, and made of two pieces that occur nowhere together. `times` makes
 * the set so many times 369 large.
 */
export function drawnQueries(texts: readonly string[], seed: number, times = 1): DrawnQuery[] {
  const random = randomNumbers(seed);
  const queries: DrawnQuery[] = [];
  const seen = new Set<string>();
  const add = (kind: string, phrase: string): boolean => {
    if (phrase === '' || seen.has(phrase)) return false;
    seen.add(phrase);
    queries.push({ kind, phrase });
    return true;
  };
  const paragraph = (shortest: number): string => {
    for (;;) {
      const lines = (texts[Math.floor(random() * texts.length)] ?? '')
        .split('\n')
        .filter((line) => line.length >= shortest);
      const line = lines[Math.floor(random() * lines.length)];
      if (line !== undefined) return line;
    }
  };
  const piece = (length: number): string => {
    const line = paragraph(length);
    const from = Math.floor(random() * (line.length - length + 1));
    return line.slice(from, from + length);
  };
  const fill = (kind: string, count: number, draw: () => string | null): void => {
    for (let found = 0, tries = 0; found < count * times && tries < count * times * 400; tries++) {
      const phrase = draw();
      if (phrase !== null && add(kind, phrase)) found++;
    }
  };
  const han = /^\p{Script=Han}+$/u;
  for (const length of [1, 2, 3, 4, 6, 8, 12]) {
    fill(`${length} 字`, length === 1 ? 20 : 30, () => {
      const phrase = piece(length);
      return han.test(phrase) ? phrase : null;
    });
  }
  fill('跨标点', 30, () => {
    const phrase = piece(5 + Math.floor(random() * 8));
    return /^[\p{Script=Han}\d]+[,、.;:][\p{Script=Han}\d]+$/u.test(phrase) ? phrase : null;
  });
  fill('带数字', 30, () => {
    const found = [
      ...paragraph(10).matchAll(/\p{Script=Han}{0,2}\d+(\.\d+)?(%|万|亿|元|件|场次|年|个|-)\p{Script=Han}{0,2}/gu),
    ];
    return found[Math.floor(random() * found.length)]?.[0] ?? null;
  });
  for (const word of words) add('常用词', word);
  for (const term of terms) add('专业词', term);
  fill('没有的', 60, () => {
    const phrase = piece(2 + Math.floor(random() * 6)) + piece(2 + Math.floor(random() * 6));
    return han.test(phrase) && !texts.some((text) => text.includes(phrase)) ? phrase : null;
  });
  return queries;
}

/** Phrases longer than the pieces the index spells out. */
export function longQueries(texts: readonly string[], seed: number, count: number): DrawnQuery[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i): DrawnQuery => {
    const length = i % 2 === 0 ? 50 : 200;
    for (;;) {
      const lines = (texts[Math.floor(random() * texts.length)] ?? '')
        .split('\n')
        .filter((line) => line.length >= length);
      const line = lines[Math.floor(random() * lines.length)];
      if (line === undefined) continue;
      const from = Math.floor(random() * (line.length - length + 1));
      return { kind: `${length} 字`, phrase: line.slice(from, from + length) };
    }
  });
}
