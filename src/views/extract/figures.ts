import type { MeasuredFigure, ShownFigure } from '../../analysis/extract/report-extract.ts';
import type { Figure } from '../../analysis/figures/figure.ts';
import type { FigureCheck } from '../../analysis/figures/figure-checks.ts';
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import type { Region } from '../../archive/region.ts';
import type { ReportId } from '../../archive/report-id.ts';
import type { ReportSummary } from '../../archive/report-summary.ts';
import type { Saying } from '../../i18n/saying.ts';
import { type PlacePart, placeParts } from '../place-parts.ts';
import { issuerOf, placeBelow } from './completeness.ts';

/** A figure as its report's file gives it: field by field what is promised, in this order. */
export interface FigureRecord {
  /** In base units; null where the figure is not to be taken as it stands. */
  readonly value: number | null;
  readonly to: number | null;
  readonly unit: string | null;
  readonly mark: string | null;
  /** As it stands in the text, with its mark and unit. */
  readonly written: string;
  readonly kind: string;
  readonly numeral: string;
  readonly counted: string | null;
  readonly period: string | null;
  readonly planned: boolean;
  readonly role: string | null;
  readonly state: string;
  /** Ids of two measures, parted by a space, where the figure is ambiguous. */
  readonly measure: string | null;
  readonly check: FigureCheck | null;
  readonly sentence: string;
  readonly anchor: string;
}

/** The value that may be shown as a number: that of a figure in which nothing is open. */
const plainValue = ({ state, value, to }: Pick<Figure, 'state' | 'value' | 'to'>) =>
  state === 'ok' ? { value, to } : { value: null, to: null };

/** A report's figures as a file of it gives them. */
export function figureRecords(figures: readonly ShownFigure[]): FigureRecord[] {
  return figures.map((figure) => ({
    ...plainValue(figure),
    unit: figure.unit,
    mark: figure.mark,
    written: figure.written,
    kind: figure.kind,
    numeral: figure.numeral,
    counted: figure.counted,
    period: figure.period,
    planned: figure.isPlanned,
    role: figure.role,
    state: figure.state,
    measure: figure.measures.join(' ') || null,
    check: figure.check,
    sentence: figure.sentence,
    anchor: figure.anchor,
  }));
}

/** A sentence of a report and the figures that stand in it. */
export interface SentenceFigures {
  readonly anchor: string;
  readonly sentence: string;
  readonly figures: readonly ShownFigure[];
}

/** A report's figures by the sentence that they stand in, in the order of the text. */
export function bySentence(figures: readonly ShownFigure[]): SentenceFigures[] {
  const sentences: { anchor: string; sentence: string; figures: ShownFigure[] }[] = [];
  for (const figure of figures) {
    const last = sentences.at(-1);
    if (last?.sentence === figure.sentence && last.anchor === figure.anchor) last.figures.push(figure);
    else sentences.push({ anchor: figure.anchor, sentence: figure.sentence, figures: [figure] });
  }
  return sentences;
}

/** What a report says of a measure: its figures, each with its sentence; none; or null where the program failed. */
export interface FigureRow {
  /** Its id on the page. */
  readonly row: string;
  readonly id: ReportId;
  /** Names below the place of the page; the place's own where there are none. */
  readonly place: string;
  /** Who made it: the kind, or the department's name. */
  readonly issuer: Saying | string;
  readonly found: readonly FoundFigure[] | null;
}

/** A figure of a measure as a page shows it. */
export interface FoundFigure extends Pick<MeasuredFigure, 'state' | 'written' | 'sentence' | 'anchor' | 'unit'> {
  /** Null where it is not to be taken as it stands, or has two ends. */
  readonly value: number | null;
}

/** A figure whose value stands in the strips of a page: whose it is, and which row and figure of the page. */
export interface StripFigure {
  readonly value: number;
  readonly label: string;
  readonly href: string;
}

/**
 * The values of a page's rows that can be set side by side, counts apart from rates: only those in which nothing is
 * open.
 */
function stripFigures(rows: readonly FigureRow[]): FiguresView['strips'] {
  const [counts, rates]: [StripFigure[], StripFigure[]] = [[], []];
  for (const { row, place, issuer, found } of rows)
    for (const { value, unit, written } of found ?? []) {
      if (value === null) continue;
      const name = typeof issuer === 'string' ? `${place} ${issuer}` : place;
      (unit === '%' ? rates : counts).push({ value, label: `${name} ${written}`, href: `#${row}` });
    }
  return { counts, rates };
}

/** A measure's figures in a year's reports of a place. */
export interface FiguresView extends Omit<PlacePart, 'reports'> {
  readonly measure: string;
  readonly year: number;
  readonly rows: readonly FigureRow[];
  /** Values that its strips of dots show. */
  readonly strips: { readonly counts: readonly StripFigure[]; readonly rates: readonly StripFigure[] };
  /** Names the texts that the page rests on. */
  readonly texts: string;
}

/** What the lists are made from. */
export interface FigureSources {
  readonly measuredOf: (id: ReportId) => readonly MeasuredFigure[] | null;
  readonly measures: readonly string[];
  readonly texts: (reports: readonly ReportSummary[]) => string;
}

/** Letters that one page may bear, at three bytes each: of sentences, and in place of what stands around a report and a figure. */
const most = 24_000;
const lettersOfRow = 80;
const lettersOfFigure = 100;

/** A measure's pages of a year in a province. */
export function figureViews(
  index: ArchiveIndex,
  year: number,
  province: Region,
  { measuredOf, measures, texts }: FigureSources,
): FiguresView[] {
  const all = index.ofYearInProvince(year, province.code);
  return measures.flatMap((measure) => {
    const found = new Map(
      all.map(({ id }) => [id, measuredOf(id)?.filter((figure) => figure.measures.includes(measure)) ?? null] as const),
    );
    const weight = ({ id }: ReportSummary): number =>
      (found.get(id) ?? []).reduce((sum, { sentence }) => sum + sentence.length + lettersOfFigure, lettersOfRow);
    return placeParts(index, province, all, { weight, most }).map(({ reports, ...part }) => {
      const rows = reports.map((report, at) => ({
        ...{ row: `f${at + 1}`, id: report.id, place: placeBelow(report, part.path), issuer: issuerOf(report) },
        found:
          found.get(report.id)?.map((figure) => {
            const { state, written, sentence, anchor, unit } = figure;
            const { value, to } = plainValue(figure);
            return { state, written, sentence, anchor, unit, value: to === null ? value : null };
          }) ?? null,
      }));
      return { ...part, measure, year, texts: texts(reports), rows, strips: stripFigures(rows) };
    });
  });
}

/** Columns of the figures of a year and province as a file. */
export const figureColumns = [
  ...['report', 'region', 'place', 'year', 'issuer_kind', 'measure', 'state', 'value', 'to', 'unit', 'mark'],
  ...['written', 'period', 'sentence', 'anchor', 'texts'],
] as const;

/** Figures of a year and province as rows of a file, a cell for each of `figureColumns`; empty where nothing is known. */
export interface FigureTable {
  readonly year: number;
  readonly province: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The files of a year in a province: a row a measure and figure; a report that says nothing of a measure has no row. */
export function figureTable(
  index: ArchiveIndex,
  year: number,
  province: Region,
  { measuredOf, measures }: Omit<FigureSources, 'texts'>,
): FigureTable {
  const rows = index.ofYearInProvince(year, province.code).flatMap((report) =>
    measures.flatMap((measure) =>
      (measuredOf(report.id) ?? [])
        .filter((figure) => figure.measures.includes(measure))
        .map((figure) => {
          const { value, to } = plainValue(figure);
          return [
            ...[report.id, report.region, report.regionPath.join(' '), report.year, report.issuerKind, measure],
            ...[figure.state, value ?? '', to ?? '', figure.unit ?? '', figure.mark ?? '', figure.written],
            ...[figure.period ?? '', figure.sentence, figure.anchor, report.digest],
          ];
        }),
    ),
  );
  return { year, province: province.code, rows };
}
