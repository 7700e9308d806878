import type { IssuerKind } from '../archive/issuer.ts';
import type { ReportBlock } from '../archive/report-block.ts';
import type { EditorNote, Report } from '../archive/report-schema.ts';
import { coinedWord } from './coined-word.ts';
import { damagedSentences, inventedRedaction } from './damage.ts';
import { type Outline, outlines } from './outline.ts';
import { rareCharacters, themes } from './phrases.ts';
import type { Random } from './random.ts';
import { filledClause, type SentenceSource, type Setting, type Topic } from './sentences.ts';

/** What says in the text itself that it is invented; the first paragraph of every report. */
export const inventedMark = '（本文由程序生成，供测量用，所述机关、人物和事实均属虚构。）';

/** The body of an invented report, block by block, with what the front matter says about it. */
export interface InventedBody {
  readonly outline: Outline;
  readonly blocks: readonly ReportBlock[];
  readonly sections: Report['sections'];
  readonly notes: EditorNote[];
  readonly hasRedaction: boolean;
}

const numerals = [...'一二三四五六七八九十'];
const numeral = (index: number): string => numerals[index] ?? String(index + 1);
const inside = '党政主要负责人履行第一责任人职责情况';

const heading = (depth: number, text: string): ReportBlock => ({ kind: 'heading', depth, text, references: [] });
const paragraph = (text: string, runIn = ''): ReportBlock => ({
  kind: 'paragraph',
  text: runIn + text,
  runIn: runIn.length,
  references: [],
});

/** What is needed to write on: chance, the matter, and sentences put in by hand that still wait for their place. */
interface Writer {
  readonly chance: Random;
  readonly setting: Setting;
  readonly sentence: SentenceSource;
  readonly waiting: string[];
}

function passage({ chance, setting, sentence, waiting }: Writer, topic: Topic, characters: number): string {
  let text = '';
  while (text.length < characters) {
    text += chance.chance(0.2) ? (waiting.pop() ?? '') : '';
    text += sentence(chance, setting, topic);
  }
  return text;
}

function themeHeading({ chance, setting }: Writer): string {
  return filledClause(chance.pick(themes), chance, setting);
}

function thirdLevel(writer: Writer, third: Outline['third'], topic: Topic, characters: number): ReportBlock[] {
  if (third === 'none') return [paragraph(passage(writer, topic, characters))];
  const count = Math.max(1, Math.round(characters / 260));
  return Array.from({ length: count }, (_, index) => {
    const mark = third === 'numbered' ? `${index + 1}.` : `${numeral(index)}是`;
    return paragraph(passage(writer, topic, characters / count), `${mark}${themeHeading(writer)}。`);
  });
}

function secondLevel(
  writer: Writer,
  outline: Outline,
  topic: Topic,
  characters: number,
  first: string | null,
): ReportBlock[] {
  const count = Math.min(9, Math.max(2, Math.round(characters / (outline.second === 'run-in' ? 300 : 700))));
  return Array.from({ length: count }, (_, index) => {
    const text = `（${numeral(index)}）${index === 0 && first !== null ? first : themeHeading(writer)}`;
    if (outline.second === 'run-in') return [paragraph(passage(writer, topic, characters / count), `${text}。`)];
    return [heading(3, text), ...thirdLevel(writer, outline.third, topic, characters / count)];
  }).flat();
}

const topics: Partial<Record<Report['sections'][number]['role'], Topic>> = {
  shortcomings: 'shortcomings',
  plan: 'plan',
};

/** A table of figures for two years. */
function figures({ chance, setting: { year } }: Writer): ReportBlock {
  const rows = [
    '行政复议收案',
    '行政复议结案',
    '行政诉讼应诉',
    '规范性文件备案',
    '行政处罚案件',
    `${coinedWord(chance)}事项`,
  ];
  const cells = [
    ['指标', `${year - 1}年`, `${year}年`],
    ...rows.map((name) => [name, `${chance.between(3, 900)}件`, `${chance.between(3, 900)}件`]),
  ];
  return { kind: 'table', rows: cells.map((row) => row.map((text) => ({ text, references: [] }))) };
}

/** Puts a footnote behind the first long paragraph, and its text at the end. */
function withFootnote(blocks: readonly ReportBlock[], text: string): ReportBlock[] {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.length > 80);
  const marked = blocks.map(
    (block, index): ReportBlock =>
      index === at && block.kind === 'paragraph'
        ? { ...block, references: [{ offset: block.text.length, label: '1' }] }
        : block,
  );
  return at < 0 ? marked : [...marked, { kind: 'footnote', label: '1', text, references: [] }];
}

function waitingSentences(
  chance: Random,
  setting: Setting,
): { sentences: string[]; notes: EditorNote[]; hasRedaction: boolean } {
  const damage = chance.chance(0.12) ? [chance.pick(damagedSentences)] : [];
  const hasRedaction = chance.chance(0.004);
  const rare = chance.pick(rareCharacters) + coinedWord(chance).slice(0, 1);
  return {
    sentences: [
      ...damage.map(({ text }) => text),
      ...(hasRedaction ? [`邀请${inventedRedaction}作专题辅导。`] : []),
      ...(chance.chance(0.05) ? [`在${setting.place}${rare}镇${rare}村设立法律服务点。`] : []),
    ],
    notes: damage.map(({ note }) => note),
    hasRedaction,
  };
}

/** Writes the body of a report of about 4,500 to 8,500 characters. */
export function inventedBody(
  chance: Random,
  setting: Setting,
  kind: IssuerKind,
  sentence: SentenceSource,
): InventedBody {
  const outline = chance.pick(outlines.filter(({ kinds }) => kinds.includes(kind)));
  const { sentences, notes, hasRedaction } = waitingSentences(chance, setting);
  const writer: Writer = { chance, setting, sentence, waiting: sentences };
  const characters = chance.between(3700, 7300);
  const blocks: ReportBlock[] = [
    paragraph(inventedMark),
    paragraph(
      `${setting.year}年，${setting.place}深入学习贯彻习近平法治思想，扎实推进法治政府建设。${passage(writer, 'measures', 90)}现将有关情况报告如下：`,
    ),
  ];
  const sections: Report['sections'] = [];
  for (const [index, { role, headings, share }] of outline.parts.entries()) {
    const isThematic = headings.length === 0;
    const words = isThematic ? themeHeading(writer) : filledClause(chance.pick(headings), chance, setting);
    const text = `${numeral(index)}、${words}`;
    blocks.push(heading(2, text));
    sections.push({ role, where: 'own', heading: text, basis: isThematic ? 'inferred' : 'text' });
    const first = index === 0 && outline.isFirstResponsibleInside ? inside : null;
    if (role === 'other') blocks.push(paragraph('暂无。'));
    else if (characters * share < 500)
      blocks.push(paragraph(passage(writer, topics[role] ?? 'measures', characters * share)));
    else blocks.push(...secondLevel(writer, outline, topics[role] ?? 'measures', characters * share, first));
    if (index === 0 && chance.chance(0.08)) blocks.push(figures(writer));
  }
  // What found no place by chance stands at the end of the last part.
  if (writer.waiting.length > 0) blocks.push(paragraph(writer.waiting.join('')));
  if (outline.isFirstResponsibleInside)
    sections.push({ role: 'first-responsible', where: 'inside', heading: `（一）${inside}`, basis: 'text' });
  for (const role of ['first-responsible', 'other'] as const)
    if (!sections.some((section) => section.role === role))
      sections.push({ role, where: 'absent', heading: null, basis: 'text' });
  const noted = chance.chance(0.05) ? withFootnote(blocks, `数据由${setting.place}司法局提供，系虚构。`) : blocks;
  return { outline, blocks: noted, sections, notes, hasRedaction };
}
