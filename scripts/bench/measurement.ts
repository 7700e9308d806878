import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedPart, withMarkedPart } from '../../src/text/marked-part.ts';

/** What one run of a part of the bench has found. */
export interface Measurement {
  /** The part and what it was measured of, as in `search-1000`: names the section of docs/bench.md. */
  readonly name: `${string}-${string}`;
  readonly title: string;
  /** What is typed after `npm run bench -- ` to measure it again. */
  readonly command: string;
  /** The day and the machine, of `machine`. */
  readonly machine: string;
  /** Markdown, without headings. */
  readonly found: string;
}

const paper = join(import.meta.dirname, '../../docs/bench.md');

/**
 * Prints a measurement and writes it as its section of docs/bench.md: in place of the one of that name, else behind the
 * last of its part. Throws where the paper has no section of the part.
 */
export function record({ name, title, command, machine, found }: Measurement): void {
  const section = [`### ${title}`, '', `\`npm run bench -- ${command}\` · ${machine}`, '', found.trim()].join('\n');
  console.log(section);
  const written = readFileSync(paper, 'utf8');
  writeFileSync(paper, withMarkedPart(written, name, section) ?? withAddedPart(written, name, section));
  console.error(`已写入 docs/bench.md 的“${title}”一节`);
}

function withAddedPart(written: string, name: string, section: string): string {
  const last = [...written.matchAll(new RegExp(`<!-- /${name.split('-')[0]}-[^ ]+ -->`, 'g'))].at(-1);
  if (!last) throw new Error(`docs/bench.md has no section of the part ${name}`);
  const end = last.index + last[0].length;
  return `${written.slice(0, end)}\n\n${markedPart(name, section)}${written.slice(end)}`;
}
