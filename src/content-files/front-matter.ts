/** A front matter that was read, and on which of its lines (from 1) each field stands, by path: `sources.0.sha256`. */
export interface FrontMatter {
  readonly data: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Thrown where the text leaves the form that is read here; the YAML library then decides. */
class OtherForm extends Error {}

const notPlain = /^[-?:,[\]{}#&*!|>'"%@`\s]|: |:$| #|[ \t]$|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** What YAML 1.2 takes, or nearly takes, for anything but a string. */
const maybeTyped = /^(?:[-+.].*|\d[\d.]*(?:e[-+]?\d+)?|0[ox].*|~|null|true|false)$/i;

function quotedScalar(text: string): string {
  if (text.startsWith("'")) {
    if (!/^'(?:[^']|'')*'$/.test(text)) throw new OtherForm();
    return text.slice(1, -1).replaceAll("''", "'");
  }
  // YAML's double-quoted form is JSON's but for a few escapes that JSON refuses.
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new OtherForm();
  }
  if (typeof value !== 'string') throw new OtherForm();
  return value;
}

function scalar(text: string): unknown {
  if (text === 'null') return null;
  if (text === '[]') return [];
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (/^['"]/.test(text)) return quotedScalar(text);
  if (notPlain.test(text) || maybeTyped.test(text)) throw new OtherForm();
  return text;
}

/** Reads block maps and lists of scalars, one a line, two spaces a level: all that the archive itself writes. */
class NormalForm {
  readonly lines = new Map<string, number>();
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(yaml: string) {
    this.#lines = yaml
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => {
        const text = line.trimStart();
        return { indent: line.length - text.length, text };
      });
  }

  whole(): unknown {
    const data = this.#map(0, '');
    if (this.#at < this.#lines.length) throw new OtherForm();
    return data;
  }

  #line(): Line | undefined {
    return this.#lines[this.#at];
  }

  /** What stands behind a key: on its line, or below it and deeper. */
  #value(rest: string, indent: number, path: string): unknown {
    this.#at++;
    if (rest !== '') return scalar(rest);
    const next = this.#line();
    if (next?.indent !== indent + 2) throw new OtherForm();
    return next.text.startsWith('- ') ? this.#list(indent + 2, path) : this.#map(indent + 2, path);
  }

  #map(indent: number, path: string, opened?: string): unknown {
    const entries = new Map<string, unknown>();
    for (let text = opened ?? this.#keyAt(indent); text !== null; text = this.#keyAt(indent)) {
      const [, key = '', rest = ''] = /^([A-Za-z][A-Za-z0-9]*):(?: (.+))?$/.exec(text) ?? [];
      if (key === '' || maybeTyped.test(key) || entries.has(key)) throw new OtherForm();
      const here = path === '' ? key : `${path}.${key}`;
      this.lines.set(here, this.#at + 1);
      entries.set(key, this.#value(rest, indent, here));
    }
    if (entries.size === 0) throw new OtherForm();
    return Object.fromEntries(entries);
  }

  #keyAt(indent: number): string | null {
    const line = this.#line();
    if (!line || line.indent < indent) return null;
    if (line.indent > indent || line.text.startsWith('- ')) throw new OtherForm();
    return line.text;
  }

  #list(indent: number, path: string): unknown[] {
    const items: unknown[] = [];
    for (let line = this.#line(); line?.indent === indent && line.text.startsWith('- '); line = this.#line()) {
      const text = line.text.slice(2);
      const here = `${path}.${items.length}`;
      this.lines.set(here, this.#at + 1);
      if (/^[A-Za-z][A-Za-z0-9]*:(?: |$)/.test(text)) items.push(this.#map(indent + 2, here, text));
      else {
        this.#at++;
        items.push(scalar(text));
      }
    }
    return items;
  }
}

/**
 * Reads front matter, as YAML. What is in the form that the archive writes is read some fifteen times faster than by
 * the YAML library, with the lines of all fields; null where it is in another form.
 */
export function normalFrontMatter(yaml: string): FrontMatter | null {
  try {
    const form = new NormalForm(yaml);
    return { data: form.whole(), lines: form.lines };
  } catch (error) {
    if (error instanceof OtherForm) return null;
    throw error;
  }
}
