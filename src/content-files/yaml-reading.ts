import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { repeatedEntry, strayLine, type YamlFault, yamlFault } from './yaml-fault.ts';

/** What a YAML text says as far as it can be read. */
export interface YamlReading {
  /** A map or a list, as plain data, without the entries that are broken; undefined where nothing can be read. */
  readonly data: unknown;
  /** One for each line that is wrong, in order. */
  readonly faults: readonly YamlFault[];
  /** The text of the entries that are left out. */
  readonly unread: string;
  /** The line of the file on which the value at a path of `data` stands, or its nearest parent that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A stretch of a text: all of it, or one entry. `line` is its first line in the file. */
interface Part {
  readonly text: string;
  readonly line: number;
}

interface ReadPart extends Part {
  readonly document: Document.Parsed | null;
  readonly lines: LineCounter;
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
}

/** Anchors and aliases, by which few lines can become millions, with the codes under which the library knows them. */
function aliases(document: Document.Parsed): Pick<YAMLError, 'code' | 'pos'>[] {
  const found: Pick<YAMLError, 'code' | 'pos'>[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && !('anchor' in node && node.anchor !== undefined)) return;
      const from = node.range?.[0] ?? 0;
      found.push({ code: 'BAD_ALIAS', pos: [from, from] });
    },
  });
  return found;
}

function readPart({ text, line }: Part): ReadPart {
  const lines = new LineCounter();
  const split = text.split('\n');
  const failed = (faults: readonly YamlFault[]): ReadPart => ({
    text,
    line,
    lines,
    document: null,
    data: undefined,
    faults,
  });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const errors = [...document.errors, ...document.warnings, ...aliases(document)];
    const found = errors
      .map(({ code, pos }) => yamlFault(code, split, Math.min(split.length, lines.linePos(pos[0]).line) - 1, line))
      .sort((a, b) => a.line - b.line);
    // What shows nowhere by itself is mostly the first fault again.
    const told = found.filter(({ line: place, isSeen }, at) => at === 0 || (isSeen && found[at - 1]?.line !== place));
    if (told.length > 0) return failed(told.map(({ isSeen: _, ...fault }) => fault));
    return { text, line, lines, document, data: document.toJS(), faults: [] };
  } catch (error) {
    if (error instanceof RangeError) return failed([yamlFault('RESOURCE_EXHAUSTION', split, 0, line)]);
    throw error;
  }
}

function lineIn({ document, lines, line }: ReadPart, path: readonly PropertyKey[]): number {
  let node: unknown = document?.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      if (isMap(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line + line - 1;
}

/** A text cut where an entry of its map or list begins, at the head of a line. */
function entriesOf(yaml: string, firstLine: number): { isList: boolean; entries: Part[] } {
  const lines = yaml.split('\n');
  const isList = /^-(?:\s|$)/.test(lines.find((line) => /^[^\s#]/.test(line)) ?? '');
  const begins = isList ? /^[^\s#]/ : /^(?![#\s]|-(?:\s|$))/;
  const starts = lines.flatMap((line, at) => (begins.test(line) && line !== '' ? [at] : []));
  const entries = starts.map((from, at) => ({
    text: lines.slice(from, starts[at + 1] ?? lines.length).join('\n'),
    line: firstLine + from,
  }));
  return { isList, entries };
}

/** The entries of a broken text that can be read each by itself. */
function piecewise(yaml: string, firstLine: number): YamlReading {
  const { isList, entries } = entriesOf(yaml, firstLine);
  const faults: YamlFault[] = [];
  const unread: string[] = [];
  const read = new Map<string | number, ReadPart>();
  const values: [string | number, unknown][] = [];
  for (const entry of entries) {
    const part = readPart(entry);
    const split = entry.text.split('\n');
    const inner: unknown = isList && Array.isArray(part.data) ? part.data : null;
    const isEntry = isList ? inner !== null : isMap(part.document?.contents);
    if (part.faults.length > 0 || !isEntry) {
      unread.push(entry.text);
      faults.push(...(part.faults.length > 0 ? part.faults : [strayLine(split, 0, entry.line)]));
      continue;
    }
    const found: [string | number, unknown][] = Array.isArray(inner)
      ? inner.map((value: unknown, at) => [values.length + at, value])
      : Object.entries(Object(part.data));
    for (const [key, value] of found) {
      const before = read.get(key);
      if (before) faults.push(repeatedEntry(split, 0, entry.line, before.line));
      else {
        read.set(key, part);
        values.push([key, value]);
      }
    }
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    const [key, ...rest] = path;
    const part = typeof key === 'symbol' || key === undefined ? undefined : read.get(key);
    if (!part || key === undefined) return firstLine;
    return lineIn(part, isList ? [0, ...rest] : [key, ...rest]);
  };
  const data = isList ? values.map(([, value]) => value) : Object.fromEntries(values);
  return { data: values.length === 0 ? undefined : data, faults, unread: unread.join('\n'), lineOf };
}

/**
 * Reads a YAML text; never throws. Where it is broken, each entry of its map or list is read by itself, so that one
 * fault hides no other. Anchors and aliases are faults. `firstLine` is the text's first line in its file.
 */
export function yamlReading(yaml: string, firstLine = 1): YamlReading {
  const whole = readPart({ text: yaml, line: firstLine });
  if (whole.faults.length === 0)
    return { data: whole.data, faults: [], unread: '', lineOf: (path) => lineIn(whole, path) };
  const pieces = piecewise(yaml, firstLine);
  return pieces.faults.length > 0 ? pieces : { ...pieces, faults: whole.faults };
}
