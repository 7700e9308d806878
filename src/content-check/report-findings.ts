import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicons } from '../analysis/report-analysis.ts';
import type { LetterAccount } from '../archive/letter-account.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { blockHeading, blockText, type ReportBlock } from '../archive/report-block.ts';
import { reportFile, reportId } from '../archive/report-id.ts';
import type { EditorNote, Report } from '../archive/report-schema.ts';
import { hiddenInData } from '../content-files/hidden-character.ts';
import { orderedFileText, type ReportFields, type ReportFileReading } from '../content-files/report-file.ts';
import { nearestWord } from '../content-files/schema-fault.ts';
import { placedNotes } from '../render/placed-notes.ts';
import { reportBlocks } from '../render/report-blocks.ts';
import { bodyFindings, pictureDoubt } from './body-findings.ts';
import type { Finding } from './finding.ts';
import { bodyLineOf, ledgerSum, letterAccount } from './letter-account.ts';

/** What a report must agree with beyond its own schema. */
export interface Surroundings {
  readonly tree: RegionTree;
  /** Names of the files in `sources/`. */
  readonly captures: ReadonlySet<string>;
  /** Report files, relative to the content folder. */
  readonly files: ReadonlySet<string>;
  /** Stable names of departments; null where the folder has no sound register of them. */
  readonly slugs: readonly string[] | null;
  /** The content folder. */
  readonly folder: string;
  /** Where a capture stands that is not in `sources/` yet, by its name; none where this is missing. */
  readonly waiting?: ReadonlyMap<string, string>;
  /** What the program takes out of reports rests on it. */
  readonly lexicons: Lexicons;
  /** ISO text: what is dated later cannot be. */
  readonly today: string;
}

/** What a report's text must agree with: all but what is taken out of it. */
export type TextSurroundings = Omit<Surroundings, 'lexicons'>;

/** The id that a report's fields make; null where one of them is not sound. */
export function idOfFields({ region, year, slug }: ReportFields): string | null {
  return region === undefined || year === undefined || slug === undefined ? null : reportId({ region, year, slug });
}

function placeFindings(fields: ReportFields, file: string, files: ReadonlySet<string>): Finding[] {
  const id = idOfFields(fields);
  if (id === null) return [];
  const version = /\.v\d+\.md$/.exec(file)?.[0] ?? '.md';
  const wanted = `reports/${reportFile(id).replace(/\.md$/, version)}`;
  if (wanted === file) return [];
  const isTaken = files.has(wanted);
  return [
    {
      code: 'report/path',
      severity: 'error',
      at: ['region'],
      message: `文件在 ${file}，而地区、年度和机关所定的位置是 ${wanted}${isTaken ? '，那里已有一份' : ''}`,
      hint: isTaken
        ? '这一份是副本的，删去；是另一份报告的，改正 region、year、slug'
        : '改正 region、year、slug 中写错的一项，或把文件移到该处',
    },
  ];
}

function regionFindings({ region, year, regionPath }: ReportFields, tree: RegionTree): Finding[] {
  if (region === undefined || year === undefined) return [];
  if (!tree.region(region, year))
    return [
      {
        code: 'report/region-unknown',
        severity: 'error',
        at: ['region'],
        message: `行政区划代码 ${region} 在 ${year} 年没有对应的单位`,
        hint: '核对代码；确有其地而登记缺漏的，补入 content/regions/',
      },
    ];
  const names = tree.pathNames(region, year);
  if (regionPath === undefined || names.join('/') === regionPath.join('/')) return [];
  return [
    {
      code: 'report/region-mismatch',
      severity: 'error',
      at: ['regionPath'],
      message: `${region} 在 ${year} 年是“${names.join(' ')}”，这里写的是“${regionPath.join(' ')}”`,
      hint: '两者之一有误：改正 region 或 regionPath',
    },
  ];
}

function slugFindings({ slug, year }: ReportFields, slugs: readonly string[] | null): Finding[] {
  if (slugs === null || slug === null || slug === undefined || slug === 'party' || slugs.includes(slug)) return [];
  const near = nearestWord(slug, slugs);
  return [
    {
      code: 'report/slug-unknown',
      severity: 'error',
      at: ['slug'],
      message: `slug 为“${slug}”，issuers.yaml 里没有这一条${near === null ? '' : `，疑是“${near}”`}`,
      hint: `改正 slug${year === undefined ? '' : '（文件名随之而改）'}；确是新的一类机关，先在 content/issuers.yaml 补一条`,
    },
  ];
}

function dateFindings(fields: ReportFields, today: string): Finding[] {
  const { year } = fields;
  return (['signed', 'published'] as const).flatMap((field): Finding[] => {
    const value = fields[field]?.value;
    if (value === undefined) return [];
    const name = field === 'signed' ? '成文' : '公布';
    const finding = (message: string): Finding[] => [
      {
        ...{ code: 'report/date-impossible', severity: 'error', at: [field, 'value'], message },
        hint: `对照原件改正日期或 year；查不到${name}日期的写 ${field}: null`,
      },
    ];
    if (value > today) return finding(`${field} 为“${value}”，在今天（${today}）之后`);
    if (year !== undefined && value < `${year}-10`)
      return finding(
        `${field} 为“${value}”，早于所报告的 ${year} 年度的最后一季：年度报告此时还没有，应为 ${year + 1} 年前后`,
      );
    return [];
  });
}

function sourceFindings({ sources = [] }: ReportFields, captures: ReadonlySet<string>): Finding[] {
  return sources.flatMap(({ sha256, format }, at): Finding[] =>
    captures.has(`${sha256}.${format}`)
      ? []
      : [
          {
            code: 'report/source-missing',
            severity: 'error',
            at: ['sources', at, 'sha256'],
            message: `content/sources/ 中没有 ${sha256}.${format}`,
            hint: '补上采集原件，或改正校验值',
          },
        ],
  );
}

const timesIn = (text: string, quote: string): number => {
  let times = 0;
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) times++;
  return times;
};

/** Why a note's quote has no place, and what to do. */
function unplacedNote({ quote, occurrence }: EditorNote, blocks: readonly ReportBlock[]): [string, string] {
  const texts = blocks.map((block) => blockText(block));
  const times = texts.reduce((sum, text) => sum + timesIn(text, quote), 0);
  if (times > 0)
    return [
      `正文里只有 ${times} 处，occurrence 为 ${occurrence}，应为 1 至 ${times}`,
      '改正 occurrence：所指的是第几处',
    ];
  if (texts.join('').includes(quote)) return ['在正文里跨了段落，应在一段之内', '缩短 quote，一处只引一段之内的文字'];
  return ['正文里没有这几个字', '照正文抄写 quote，标点也要相同；正文已改而不再存疑的，删去这一条'];
}

function noteFindings(
  { notes = [] }: ReportFields,
  unplaced: readonly EditorNote[],
  blocks: readonly ReportBlock[],
): Finding[] {
  return unplaced.map((note) => {
    const [why, hint] = unplacedNote(note, blocks);
    return {
      ...{ code: 'report/note-unplaced', severity: 'error', at: ['notes', notes.indexOf(note), 'quote'], hint },
      message: `编者注所引“${note.quote}”（第 ${note.occurrence} 处）不在正文的同一段内：${why}`,
    };
  });
}

/** Parts whose heading stands nowhere in the text as a heading. */
function sectionFindings({ sections = [] }: ReportFields, blocks: readonly ReportBlock[]): Finding[] {
  const headings = new Set(blocks.map((block) => blockHeading(block)?.text));
  return sections.flatMap(({ heading }, at): Finding[] => {
    if (heading === null || headings.has(heading)) return [];
    const isText = blocks.some((block) => blockText(block).includes(heading));
    return [
      {
        code: 'report/section-unplaced',
        severity: 'error',
        at: ['sections', at, 'heading'],
        message: `sections 所引的标题“${heading}”${isText ? '在正文里不是标题，只是文字' : '正文里没有'}`,
        hint: isText
          ? '在正文这一行前补上“## ”之类的标题记号，段内标题前后加“**”'
          : '照正文的标题抄写 heading，没有的写 null',
      },
    ];
  });
}

const unknownFindings = ({ doubts = [] }: ReportFields): Finding[] =>
  doubts.map(({ code, message }, at) => ({
    code: `doubt/${code.split('/')[1] ?? code}`,
    severity: 'note',
    at: ['doubts', at],
    message,
    hint:
      code === pictureDoubt
        ? '图片中若有文字或表格，请另录；正文里有〔图片〕的，这一条留着'
        : '查到依据后补上，并从 doubts 中删去',
  }));

function hiddenFindings(data: unknown): Finding[] {
  return hiddenInData(data).map(({ path, name }) => ({
    code: 'report/hidden-character',
    severity: 'error',
    at: path,
    message: `${path.join('.') || '元数据'} 里夹有看不见的字符 ${name}，不应有`,
    hint: '把这一项重新打一遍，或删去这个字符',
  }));
}

function normalFormFinding(report: Report, body: string, text: string): Finding[] {
  const wanted = orderedFileText(report, body);
  if (wanted === text) return [];
  const form = { code: 'report/normal-form', severity: 'warning', hint: '运行 npm run repair' } as const;
  if (text.startsWith('\uFEFF'))
    return [{ ...form, line: 1, message: '文件开头有字节顺序标记（BOM），不合规范写法，应没有' }];
  const lines = text.split('\n');
  const at = wanted.split('\n').findIndex((line, index) => line !== lines[index]);
  const now = lines[at] ?? '';
  const then = wanted.split('\n')[at] ?? '';
  const message =
    now === `${then}\r`
      ? `第 ${at + 1} 行起用 Windows 的换行（CRLF），规范写法是 LF`
      : `第 ${at + 1} 行起不合规范写法：现为“${now.slice(0, 60)}”，应为“${then.slice(0, 60)}”`;
  // Hand-written text is shown as it stands whatever its form; the form only keeps files comparable.
  return [{ ...form, line: at + 1, message }];
}

/** What of a report's text is not its capture's, and nobody owns to. */
async function letterFindings(
  fields: ReportFields,
  { body, bodyLine }: Pick<ReportFileReading, 'body' | 'bodyLine'>,
  { captures, folder, waiting }: TextSurroundings,
): Promise<{ findings: Finding[]; account: LetterAccount | null }> {
  const source = fields.sources?.[0];
  const name = source ? `${source.sha256}.${source.format}` : '';
  if (!captures.has(name)) return { findings: [], account: null };
  const outcome = await letterAccount(fields, body, readFileSync(waiting?.get(name) ?? join(folder, 'sources', name)));
  if (outcome.account === null)
    return {
      account: null,
      findings: [
        {
          code: 'source/unreadable',
          severity: 'error',
          at: ['sources', 0, 'sha256'],
          message: `采集原件读不出文字，不能与正文核对：${outcome.reason}`,
          hint: '恢复原文件，或换成读得出的原件后重新导入',
        },
      ],
    };
  const { account, unowned, hasTitle } = outcome;
  const lineOf = bodyLineOf(body);
  const findings = unowned.map(({ line, at, input, body: shown }): Finding => {
    const quote = (text: string): string =>
      text === '' ? '（无）' : `“${text.slice(0, 60)}${text.length > 60 ? '…' : ''}”`;
    return {
      code: 'source/letters-differ',
      severity: 'error',
      line: bodyLine + lineOf(at),
      message: `正文与原件不同：原件第 ${line} 行作${quote(input)}，正文作${quote(shown)}`,
      hint: '照原件改回正文；确须不同的，在元数据 departures 里写明 capture（原件作）、text（正文作）、reason（缘由）',
    };
  });
  if (account.ledger.input !== ledgerSum(account.ledger) && unowned.length === 0 && account.departures === 0)
    findings.push({
      code: 'source/letters-unaccounted',
      severity: 'error',
      at: ['sources', 0, 'excluded'],
      message: `原件 ${account.ledger.input} 字，入账 ${ledgerSum(account.ledger)} 字`,
      hint: '重新导入这份原件；仍不相符的，请连同原件报告',
    });
  if (!hasTitle && fields.title !== undefined)
    findings.push({
      code: 'source/title-differs',
      severity: 'error',
      at: ['title'],
      message: `标题“${fields.title}”在原件的标题行里没有，而 titleBasis 写作 text`,
      hint: '照原件改回标题；编者定的，把 titleBasis 改为 curator',
    });
  return { findings, account };
}

/**
 * All that a report file says against itself, its capture and what stands around it, as far as it can be read, and the
 * account of its letters; null where that could not be made. `text` is the file's.
 */
export async function reportFindings(
  { report, fields, data, body, bodyLine }: ReportFileReading,
  {
    text,
    file,
    surroundings,
  }: { readonly text: string; readonly file: string; readonly surroundings: TextSurroundings },
): Promise<{ findings: Finding[]; account: LetterAccount | null }> {
  const { tree, captures, files, slugs, today } = surroundings;
  const blocks = reportBlocks(body);
  const { unplaced } = placedNotes(blocks, fields.notes ?? [], '');
  // A departure that cannot be read may be the one that owns to a difference.
  const isOwning = report !== null || fields.departures !== undefined || !hasDepartures(data);
  const letters = isOwning
    ? await letterFindings(fields, { body, bodyLine }, surroundings)
    : { findings: [], account: null };
  const findings = [
    ...placeFindings(fields, file, files),
    ...regionFindings(fields, tree),
    ...slugFindings(fields, slugs),
    ...dateFindings(fields, today),
    ...sourceFindings(fields, captures),
    ...letters.findings,
    ...noteFindings(fields, unplaced, blocks),
    ...sectionFindings(fields, blocks),
    ...hiddenFindings(data),
    ...bodyFindings(body, bodyLine, fields),
    ...(report ? normalFormFinding(report, body, text) : []),
    ...unknownFindings(fields),
  ];
  return { findings, account: report ? letters.account : null };
}

const hasDepartures = (data: unknown): boolean => typeof data === 'object' && data !== null && 'departures' in data;
