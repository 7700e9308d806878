import { checksum } from './checksum.ts';
import { isFileName } from './file-names.ts';

/** The file from which a search starts; the only one whose name does not change. */
export const startFileName = 'start.json';

/** Changes when files of the index can no longer be read as before. */
export const formatVersion = 2;

/** One of the two parts of the index: the base, or what changed since. */
export interface SegmentDescription {
  /** How many reports it holds, those replaced since included. */
  readonly documents: number;
  readonly leafSize: number;
  readonly explicitDepth: number;
  readonly headSpan: number;
  /** Names of its files. */
  readonly reports: string;
  readonly directory: string;
  readonly shelf: string;
  readonly characters: string;
  readonly roles: string;
  readonly lists: string;
  readonly paragraphs: string;
  readonly sections: string;
  /** Numbers of reports that no longer count, in order. */
  readonly removed: readonly number[];
}

/** What the start file says. */
export interface StartFile {
  readonly format: number;
  /** What the codes of the columns stand for. */
  readonly levels: readonly string[];
  readonly issuerKinds: readonly string[];
  readonly roles: readonly string[];
  /** Reports and folded characters that are searched. */
  readonly reports: number;
  readonly characters: number;
  readonly segments: readonly SegmentDescription[];
}

const seal = (json: string): string => checksum(new TextEncoder().encode(json)).toString(16).padStart(8, '0');

/** The start file's text: the CRC-32 of what it says, and what it says. */
export function startFileText(start: StartFile): string {
  const json = JSON.stringify(start);
  return `{"checksum":"${seal(json)}","index":${json}}\n`;
}

type Field = keyof StartFile | keyof SegmentDescription | 'checksum' | 'index';
const isRecord = (value: unknown): value is { readonly [field in Field]?: unknown } =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(isItem);
const isText = (value: unknown): value is string => typeof value === 'string';

function isSegment(value: unknown): value is SegmentDescription {
  if (!isRecord(value)) return false;
  const kinds = ['reports', 'directory', 'shelf', 'characters', 'roles', 'lists', 'paragraphs', 'sections'] as const;
  return (
    kinds.every((kind) => isFileName(String(value[kind]), kind)) &&
    [value.documents, value.leafSize, value.explicitDepth, value.headSpan].every(isCount) &&
    isList(value.removed, isCount)
  );
}

function isStartFile(value: unknown): value is StartFile {
  return (
    isRecord(value) &&
    value.format === formatVersion &&
    isList(value.levels, isText) &&
    isList(value.issuerKinds, isText) &&
    isList(value.roles, isText) &&
    isCount(value.reports) &&
    isCount(value.characters) &&
    isList(value.segments, isSegment)
  );
}

/**
 * Reads a start file's text: `damaged` when it is not what was written (cut off, changed, a page in its place),
 * `foreign` when it was written by another version of the archive.
 */
export function readStartFile(text: string): StartFile | 'damaged' | 'foreign' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (!isRecord(value) || value.checksum !== seal(JSON.stringify(value.index) ?? '')) return 'damaged';
  return isStartFile(value.index) ? value.index : 'foreign';
}
