import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShownFigure } from '../analysis/extract/report-extract.ts';
import type { ReportBlock } from '../archive/report-block.ts';
import type { Report } from '../archive/report-schema.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import { anchoredBlocks, withKnownAnchors } from '../render/anchored-blocks.ts';

/**
 * Reports as the check of a build has read them, kept in its cache until the build ends: pages and the exact index take
 * them from there, so that no report is parsed a second time, and no more than one is held in memory.
 */
export interface KeptReading {
  readonly report: Report;
  readonly blocks: readonly ReportBlock[];
}

/** Keeps readings one by one, under the digests of their files' texts. */
export interface ReadingsKeeper {
  /** Keeps a reading and the figures that were taken out of it; null where none could be. */
  readonly keep: (digest: string, reading: KeptReading, figures: readonly ShownFigure[] | null) => void;
  /** Only behind this is anything found again. */
  readonly end: () => void;
}

/** A reading as it stands in the file; the anchors are those of its blocks. */
interface ReadingLine extends KeptReading {
  readonly anchors: readonly string[];
}

/** Figures that stand in one sentence, as they stand in the file. */
interface FiguresLine {
  readonly anchor: string;
  readonly sentence: string;
  readonly figures: Omit<ShownFigure, 'anchor' | 'sentence'>[];
}

const kind = 'archive-readings';
/** Where each reading stands in the file of all, by digest: its first byte, and how many it and its figures have. */
const placesSchema = z.record(z.string(), z.tuple([z.int(), z.int(), z.int()]));

const readingsFile = (cache: string): string => join(cache, 'readings.ndjson');
const placesFile = (cache: string): string => join(cache, 'readings.json');

/** Deletes the readings of a build that has ended, or was killed. */
export function forgetReadings(cache: string): void {
  for (const file of [placesFile(cache), readingsFile(cache)]) rmSync(file, { force: true });
}

/** A sentence with many figures is kept once. */
function figuresLines(figures: readonly ShownFigure[]): FiguresLine[] {
  const lines: FiguresLine[] = [];
  for (const { anchor, sentence, written, counted, period, value, to, unit, mark, ...figure } of figures) {
    const { kind, numeral, role, isPlanned, state, measures, check } = figure;
    const shown = {
      written,
      counted,
      period,
      value,
      to,
      unit,
      mark,
      kind,
      numeral,
      role,
      isPlanned,
      state,
      measures,
      check,
    };
    const last = lines.at(-1);
    if (last?.sentence === sentence && last.anchor === anchor) last.figures.push(shown);
    else lines.push({ anchor, sentence, figures: [shown] });
  }
  return lines;
}

/** Begins to keep readings in a cache that stands, and forgets those that were there. */
export function readingsKeeper(cache: string): ReadingsKeeper {
  forgetReadings(cache);
  const file = openSync(readingsFile(cache), 'w');
  const places: z.infer<typeof placesSchema> = {};
  let end = 0;
  const put = (text: string): number => {
    const line = Buffer.from(text);
    for (let at = 0; at < line.length; ) at += writeSync(file, line, at);
    end += line.length;
    return line.length;
  };
  return {
    keep: (digest, { report, blocks }, figures) => {
      const start = end;
      const anchors = anchoredBlocks(blocks).map(({ anchor }) => anchor);
      const reading: ReadingLine = { report, blocks, anchors };
      const length = put(`${JSON.stringify(reading)}\n`);
      places[digest] = [start, length, figures === null ? 0 : put(`${JSON.stringify(figuresLines(figures))}\n`)];
    },
    end: () => {
      closeSync(file);
      writeSealed(placesFile(cache), kind, JSON.stringify(places), { isLasting: false });
    },
  };
}

/** What a cache keeps of reports, by the digests of their files' texts; null for one of which it keeps nothing. */
export interface KeptReadings {
  readonly reading: (digest: string) => KeptReading | null;
  /** The figures of a report, in order. */
  readonly figures: (digest: string) => ShownFigure[] | null;
}

/** The readings that a cache keeps. */
export function keptReadings(cache: string): KeptReadings {
  const reading = readSealed(placesFile(cache), kind);
  const places = 'text' in reading ? (placesSchema.safeParse(JSON.parse(reading.text)).data ?? {}) : {};
  if (Object.keys(places).length === 0) return { reading: () => null, figures: () => null };
  const file = openSync(readingsFile(cache), 'r');
  const textAt = (start: number, length: number): string => {
    const line = Buffer.allocUnsafe(length);
    let read = 0;
    for (let got = -1; read < length && got !== 0; read += got)
      got = readSync(file, line, read, length - read, start + read);
    return line.toString('utf8', 0, read);
  };
  const placeOf = (digest: string) => (Object.hasOwn(places, digest) && places[digest]) || [0, 0, 0];
  return {
    reading: (digest) => {
      const [start, length] = placeOf(digest);
      if (length === 0) return null;
      const { report, blocks, anchors }: ReadingLine = JSON.parse(textAt(start, length));
      return { report, blocks: withKnownAnchors(blocks, anchors) };
    },
    figures: (digest) => {
      const [start, length, figures] = placeOf(digest);
      if (figures === 0) return null;
      const lines: FiguresLine[] = JSON.parse(textAt(start + length, figures));
      return lines.flatMap(({ anchor, sentence, figures }) =>
        figures.map((figure) => ({ ...figure, anchor, sentence })),
      );
    },
  };
}
