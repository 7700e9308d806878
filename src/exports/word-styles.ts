import { wordNamespaces, xmlFile } from './word-xml.ts';

/** How a style of the document looks; sizes in half points, lengths in twentieths of a point. */
interface WordStyle {
  readonly id: string;
  readonly name: string;
  /** The typeface of Chinese characters, by name: who has none sees their own. */
  readonly font: string;
  readonly size: number;
  readonly paragraph: string;
  readonly isBold?: boolean;
}

/** Lines of 28 points, as GB/T 9704-2012 sets 22 to a page. */
const line = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>';
const outline = (level: number): string => `<w:keepNext/>${line}`.concat(indent, `<w:outlineLvl w:val="${level}"/>`);
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

/**
 * The styles of an official document (党政机关公文格式, GB/T 9704-2012, 7.3): 仿宋 of size 三号 for the text, headings
 * in 黑体 and 楷体, the title in 小标宋 of size 二号.
 */
const styles: readonly WordStyle[] = [
  {
    id: 'Title',
    name: 'Title',
    font: '方正小标宋简体',
    size: 44,
    paragraph:
      '<w:spacing w:before="0" w:after="560" w:line="640" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
  },
  { id: 'Heading1', name: 'heading 1', font: '黑体', size: 32, paragraph: outline(0) },
  { id: 'Heading2', name: 'heading 2', font: '楷体_GB2312', size: 32, paragraph: outline(1) },
  { id: 'Heading3', name: 'heading 3', font: '仿宋_GB2312', size: 32, paragraph: outline(2), isBold: true },
  { id: 'Heading4', name: 'heading 4', font: '仿宋_GB2312', size: 32, paragraph: outline(3) },
  { id: 'Heading5', name: 'heading 5', font: '仿宋_GB2312', size: 32, paragraph: outline(4) },
  {
    id: 'Signature',
    name: 'Signature',
    font: '仿宋_GB2312',
    size: 32,
    paragraph: `${line}<w:ind w:rightChars="200" w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`,
  },
  {
    id: 'TableText',
    name: 'Table Text',
    font: '仿宋_GB2312',
    size: 24,
    paragraph:
      '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
  },
  {
    id: 'NoteText',
    name: 'Note Text',
    font: '仿宋_GB2312',
    size: 24,
    paragraph:
      '<w:spacing w:before="120" w:line="400" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
  },
  {
    id: 'Source',
    name: 'Source',
    font: '楷体_GB2312',
    size: 21,
    paragraph:
      '<w:spacing w:before="120" w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
  },
];

const fonts = (name: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${name}" w:hint="eastAsia"/>`;

const style = ({ id, name, font, size, paragraph, isBold }: WordStyle): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font)}${isBold ? '<w:b/>' : '<w:b w:val="0"/>'}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

/** The part `word/styles.xml`: headings of five depths, the text, tables, notes, the source. */
export function wordStyles(): string {
  const normal =
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${line}${indent}<w:jc w:val="both"/></w:pPr></w:style>`;
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return xmlFile(
    `<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
      `<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${normal}${styles.map(style).join('')}${table}</w:styles>`,
  );
}

/** Typefaces that stand in where a machine lacks those of official documents: those of Windows, of macOS, free ones. */
const alternatives: Readonly<Record<string, string>> = {
  方正小标宋简体: 'STZhongsong,Songti SC,Noto Serif CJK SC,SimSun',
  仿宋_GB2312: 'FangSong,STFangsong,Noto Serif CJK SC,SimSun',
  楷体_GB2312: 'KaiTi,STKaiti,Kaiti SC,SimSun',
  黑体: 'SimHei,STHeiti,Heiti SC,Noto Sans CJK SC',
};

/** The part `word/fontTable.xml`: what Word takes where a typeface is missing. */
export function wordFonts(): string {
  const rows = Object.entries(alternatives).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return xmlFile(`<w:fonts ${wordNamespaces}>${rows.join('')}</w:fonts>`);
}
