import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportBlock } from '../archive/report-block.ts';
import type { Dated, Report, Source } from '../archive/report-schema.ts';
import { blockMarkdown } from './block-text.ts';
import { type Capture, capture } from './capture.ts';
import { inventedRedaction } from './damage.ts';
import { inventedDepartmentName } from './department.ts';
import { type InventedBody, inventedBody } from './invented-body.ts';
import { type Random, random } from './random.ts';
import type { PlannedReport } from './report-plan.ts';
import type { SentenceSource } from './sentences.ts';

/** An invented report: front matter, body in the closed dialect, and the capture it was as if taken from. */
export interface InventedReport {
  readonly report: Report;
  readonly body: string;
  readonly capture: Capture;
}

/** What all reports of an invented archive share. */
export interface Invention {
  readonly tree: RegionTree;
  readonly seed: string;
  readonly sentence: SentenceSource;
}

type Issuer = Report['issuers'][number];

/** A region's executive: a prefecture that is no city and no autonomous one has an administrative office. */
const executive = (place: string): string => `${place}${/(?:地区|盟)$/.test(place) ? '行政公署' : '人民政府'}`;

function issuers({ region, kind, department }: PlannedReport, basis: Issuer['basis']): Issuer[] {
  const { name, level } = region;
  const party: Issuer = { name: `中共${name}委员会`, kind: 'party', basis };
  const government: Issuer = { name: executive(name), kind: 'government', basis };
  if (department) return [{ name: inventedDepartmentName(department, level, name), kind: 'department', basis }];
  if (kind === 'township') return [{ name: `${name}管理委员会`, kind: 'township', basis }];
  if (kind === 'party') return [party];
  return kind === 'government' ? [government] : [party, government];
}

function title(chance: Random, names: readonly string[], place: string, year: number): string {
  const name = chance.pick([
    `${names.join(' ')}关于${year}年度法治政府建设情况的报告`,
    `${place}${year}年法治政府建设年度报告`,
    `${place}${year}年度法治政府建设工作情况报告`,
  ]);
  return `（虚构）${name}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day between 1 January and 31 March of a year; in one of twelve only its month is known. */
function day(chance: Random, year: number, basis: Dated['basis']): Dated {
  const month = `${year}-${two(chance.between(1, 3))}`;
  if (chance.chance(1 / 12)) return { value: month, precision: 'month', basis };
  return { value: `${month}-${two(chance.between(1, 28))}`, precision: 'day', basis };
}

const laterOf = (first: Dated, second: Dated): Dated =>
  second.value < first.value ? { ...second, value: first.value, precision: first.precision } : second;

function disclosure(chance: Random, names: readonly string[], published: Dated | null): Report['page'] {
  if (!chance.chance(0.35)) return [];
  return [
    {
      label: '索引号',
      value: `000000000/${chance.between(2017, 2025)}-${String(chance.between(1, 99999)).padStart(5, '0')}`,
    },
    { label: '发文机关', value: names.at(-1) ?? '' },
    { label: '发布日期', value: published?.value ?? '' },
  ];
}

function frontMatter(
  plan: PlannedReport,
  tree: RegionTree,
  chance: Random,
  written: InventedBody,
): Omit<Report, 'sources'> {
  const { region, year, kind, department } = plan;
  const { outline, sections, notes, hasRedaction } = written;
  const signatories = issuers(plan, outline.hasSignature ? 'signature' : 'inferred');
  const names = signatories.map(({ name }) => name);
  const basis = outline.hasTitle ? 'title' : 'text';
  const signed = outline.hasSignature ? day(chance, year + 1, 'signature') : null;
  const posted = chance.chance(0.6) ? day(chance, year + 1, 'page') : null;
  const published = signed && posted ? laterOf(signed, posted) : posted;
  return {
    title: title(chance, names, region.name, year),
    titleBasis: outline.hasTitle ? 'text' : 'inferred',
    region: region.code,
    regionPath: tree.pathNames(region.code, year),
    year,
    slug: department?.slug ?? (kind === 'party' ? 'party' : null),
    issuerKind: kind,
    issuers: signatories,
    basis: { region: basis, year: basis, issuerKind: outline.hasSignature ? 'signature' : 'inferred' },
    signed,
    published,
    page: disclosure(chance, names, published),
    transformations: [],
    sections,
    notes,
    redactions: hasRedaction ? [{ mark: inventedRedaction, day: `${year + 2}-06-01`, reason: '虚构的隐去申请' }] : [],
    versions: [],
    doubts: [{ code: 'synth/invented', message: '虚构的报告，由 npm run synth 生成，供测量用' }],
  };
}

const chineseDay = ({ value }: Dated): string => {
  const [year = '', month = '', ofMonth = ''] = value.split('-');
  return `${year}年${Number(month)}月${ofMonth === '' ? '' : `${Number(ofMonth)}日`}`;
};

/** The body with its signature, which footnotes follow. */
function signedBlocks(
  { blocks, outline }: InventedBody,
  { issuers: names, signed }: Omit<Report, 'sources'>,
): ReportBlock[] {
  if (!outline.hasSignature) return [...blocks];
  const line = (text: string): ReportBlock => ({ kind: 'paragraph', text, runIn: 0, references: [] });
  const signature = [line(names.map(({ name }) => name).join('　')), ...(signed ? [line(chineseDay(signed))] : [])];
  const footnotes = blocks.filter(({ kind }) => kind === 'footnote');
  return [...blocks.filter(({ kind }) => kind !== 'footnote'), ...signature, ...footnotes];
}

/**
 * Writes one planned report. The same seed and plan give the same report, whatever else the archive holds; `version`
 * tells the superseded text of a report (1) from the one in force (null).
 */
export function inventedReport(
  { plan, version }: { readonly plan: PlannedReport; readonly version: number | null },
  { tree, seed, sentence }: Invention,
): InventedReport {
  const chance = random(`${seed} report ${plan.id} ${version ?? ''}`);
  const written = inventedBody(chance, { place: plan.region.name, year: plan.year }, plan.kind, sentence);
  const matter = frontMatter(plan, tree, chance, written);
  const blocks = signedBlocks(written, matter);
  const taken = capture(chance, matter, blocks);
  const source: Source = {
    sha256: taken.sha256,
    format: 'txt',
    url: `https://synth.invalid/${plan.id}.html`,
    medium: chance.chance(0.2) ? '虚构日报' : null,
    captured: chance.chance(0.9)
      ? `${plan.year + 1}-${two(chance.between(4, 12))}-${two(chance.between(1, 28))}`
      : null,
    excluded: taken.excluded,
  };
  return { report: { ...matter, sources: [source] }, body: blocks.map(blockMarkdown).join('\n\n'), capture: taken };
}
