import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../browser/desk');
const styles = join(import.meta.dirname, '../../styles');

/** Files that pages of the desk may ask for, and nothing else of the program. */
const scripts: ReadonlySet<string> = new Set(['desk.ts', 'kept-text.ts', 'shown-page.ts']);
const sheets: ReadonlySet<string> = new Set(['site.css', 'report.css', 'reading.css', 'desk.css']);

const known = new Map<string, Promise<string>>();

async function withoutTypes(name: string): Promise<string> {
  // Vite is large, and only the first page that is opened waits for it.
  const { transformWithOxc } = await import('vite');
  const file = join(folder, name);
  return (await transformWithOxc(readFileSync(file, 'utf8'), file, { sourcemap: false })).code;
}

/** A script of the desk's pages as browsers run it; null where pages have none of that name. */
export async function pageScript(name: string): Promise<string | null> {
  if (!scripts.has(name)) return null;
  const script = known.get(name) ?? withoutTypes(name);
  known.set(name, script);
  return script;
}

/** A sheet with those that it imports in their places, as the site has it. */
const wholeSheet = (name: string): string =>
  readFileSync(join(styles, name), 'utf8').replace(/^@import "\.\/([a-z]+\.css)";$/gm, (_, other: string) =>
    wholeSheet(other),
  );

/** A sheet of the desk's pages; null where pages have none of that name. */
export const pageSheet = (name: string): string | null => (sheets.has(name) ? wholeSheet(name) : null);
