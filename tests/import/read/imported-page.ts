import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import type { Reading } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { type Recognition, recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody, excludedRanges } from '../../../src/import/write/draft.ts';
import { lostLetters } from '../../../src/import/write/kept-letters.ts';
import { ledger } from '../../../src/import/write/ledger.ts';
import { reportBlocks } from '../../../src/render/report-blocks.ts';

/** Names of the regions that the archive knows. */
export const pageNames = new RegionNames(regionTree(readRegionRegister('content').regions));

/** What became of a page, up to its Markdown. */
export interface ImportedPage {
  readonly reading: Reading;
  readonly found: Recognition;
  readonly body: string;
  /** Blocks as readers see them; footnotes with their label, tables as rows. */
  readonly shown: readonly string[];
  readonly codes: readonly string[];
  /** Whether every letter is accounted for, and the body's are those of the page. */
  readonly isWhole: boolean;
}

/** Reads and recognises a page as an import does. */
export async function importedPage(bytes: string | Uint8Array, name = 'page.html'): Promise<ImportedPage> {
  const reading = await readCapture(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  const found = recognition(reading, pageNames, [], {}, '2026-01-01');
  const body = draftBody(found);
  const account = ledger(reading, excludedRanges(found.excluded), body);
  return {
    ...{ reading, found, body },
    shown: reportBlocks(body).map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map(({ text }) => text).join('/')).join(' ; ')
        : block.kind === 'footnote'
          ? `${block.label}: ${block.text}`
          : block.text,
    ),
    codes: found.issues.map(({ code }) => code),
    isWhole: account.balances && lostLetters(found, body).length === 0,
  };
}

/** Paragraphs of an invented report of 霍山县 for 2023. */
export const reportParagraphs: readonly string[] = [
  '2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：',
  '一、主要举措和成效',
  '（一）加强组织领导。县委、县政府专题研究法治政府建设工作6次，我县依法行政水平不断提高。',
  '（二）规范行政执法。全县开展案卷评查3次，评查案卷90份，办结率100%；受理行政复议申请32件，审结30件。',
  '二、存在的不足和原因',
  '我县基层执法力量薄弱，法治宣传形式不够丰富，主要是人员编制少、培训机会不多。',
  '三、2024年工作安排',
  '下一步，我县将继续推进法治政府建设，进一步规范行政执法行为，不断提升依法行政水平。',
  '霍山县人民政府',
  '2024年2月20日',
];

/** The same as elements of a page, one each. */
export const paragraphElements = (paragraphs: readonly string[], tag = 'p'): string =>
  paragraphs.map((text) => `<${tag}>　　${text}</${tag}>`).join('\n');

/** The name of the invented report. */
export const reportTitle = '霍山县2023年度法治政府建设情况报告';
