import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { imports, reached } from './source-imports.ts';

const modules = globSync('src/**/*.{ts,astro}').map((file) => file.replaceAll('\\', '/'));
const importsOf = new Map(modules.map((file) => [file, imports(file)]));

/** The rows of ARCHITECTURE.md's table of rooms: room → what it may import. `(room)` is for types only. */
function tableRows(): Map<string, string[]> {
  const lines = readFileSync('ARCHITECTURE.md', 'utf8').split('\n');
  const rows = lines.flatMap((line) => {
    const [room, , allowed] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const name = /^`([^`]+)`$/.exec(room ?? '')?.[1];
    return name === undefined || allowed === undefined ? [] : [[name, allowed.split(/\s+/).filter(Boolean)] as const];
  });
  return new Map(rows);
}
const table = tableRows();

/** The room of a path: the longest name of the table that it lies in; outside of `src`: `node:`, `npm:` and the package. */
function roomOf(target: string): string {
  if (target.startsWith('node:')) return 'node:';
  if (!target.startsWith('src/')) return target.includes(':') ? target : `npm:${target}`;
  const path = target.slice('src/'.length);
  const rooms = [...table.keys()].filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? path.replace(/\/.*/, '');
}

/** What the files of each room import from others, as the table writes it. */
function seenRows(): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const [file, list] of importsOf) {
    const room = roomOf(file);
    const values = new Set(list.filter(({ isType }) => !isType).map(({ target }) => roomOf(target)));
    const types = list.filter(({ isType }) => isType).map(({ target }) => roomOf(target));
    const row = rows.get(room) ?? new Set();
    for (const value of values) row.add(value);
    for (const type of types) row.add(`(${type})`);
    row.delete(room);
    row.delete(`(${room})`);
    rows.set(room, row);
  }
  for (const row of rows.values())
    for (const name of [...row]) if (name.startsWith('(') && row.has(name.slice(1, -1))) row.delete(name);
  return rows;
}

describe('the table of ARCHITECTURE.md', () => {
  const seen = seenRows();

  test('names every room there is, and no other', () => {
    expect([...table.keys()].sort()).toEqual([...seen.keys()].sort());
  });

  test.for([...table])('says what %s imports, no more and no less', ([room, allowed]) => {
    expect([...(seen.get(room) ?? [])].sort()).toEqual([...allowed].sort());
  });
});

describe('what a reader’s browser loads', () => {
  test.for(modules.filter((file) => file.startsWith('src/browser/')))('%s reaches no zod, Node or Astro', (file) => {
    const trespasses = [...reached(file)].filter(([target]) => /^(?:node:|zod|astro|yaml$|satteri$)/.test(target));
    expect(trespasses.map(([, chain]) => chain.join(' → '))).toEqual([]);
  });

  test('the walk finds a trespass', () => {
    expect([...reached('src/render/rendered-report.ts').keys()]).toContain('satteri');
  });
});

/** Folders that reach themselves through imports of any kind, each with one way round. */
function foldersInCircles(files: readonly string[]): string[] {
  const ways = new Map<string, Map<string, string>>();
  for (const file of files)
    for (const { target } of imports(file)) {
      const [from, to] = [dirname(file), dirname(target)];
      if (from === to || !existsSync(target)) continue;
      const out = ways.get(from) ?? new Map<string, string>();
      out.set(to, `${file} → ${target}`);
      ways.set(from, out);
    }
  const reach = (start: string): Map<string, string[]> => {
    const chains = new Map<string, string[]>();
    const queue: [string, string[]][] = [[start, []]];
    for (let next = queue.shift(); next; next = queue.shift())
      for (const [to, way] of ways.get(next[0]) ?? []) {
        if (chains.has(to)) continue;
        chains.set(to, [...next[1], way]);
        queue.push([to, [...next[1], way]]);
      }
    return chains;
  };
  return [...ways.keys()].flatMap((folder) => reach(folder).get(folder)?.join(', ') ?? []);
}

describe('folders', () => {
  test('stand in no circle, at any depth, on demand and for types alike', () => {
    expect(foldersInCircles(modules)).toEqual([]);
    expect(foldersInCircles(globSync('tests/**/*.ts', { exclude: ['tests/fixtures/**'] }))).toEqual([]);
  });

  test('hold at most thirty files each', () => {
    const counts = new Map<string, number>();
    for (const entry of globSync('{src,tests}/**/*', { withFileTypes: true }))
      if (entry.isFile()) counts.set(entry.parentPath, (counts.get(entry.parentPath) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 30)).toEqual([]);
  });
});

test('no test skips itself, and none runs alone', () => {
  const chosen = /\.(?:skip|skipIf|runIf|todo|only)\b/;
  const files = globSync('tests/**/*.ts', { exclude: ['tests/fixtures/**'] });
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (chosen.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(lines).toEqual([]);
});

describe('who may not import whom', () => {
  const outside = (from: string, forbidden: RegExp): string[] =>
    globSync(from).flatMap((file) =>
      imports(file)
        .filter(({ target }) => forbidden.test(target))
        .map(({ target }) => `${file} → ${target}`),
    );

  test('nobody imports a command, and no command imports tests', () => {
    expect(outside('src/**/*.{ts,astro}', /^(?:scripts|tests)\//)).toEqual([]);
    expect(outside('tests/**/*.ts', /^scripts\//)).toEqual([]);
    expect(outside('scripts/**/*.ts', /^tests\//)).toEqual([]);
  });

  test('only one module reads the environment', () => {
    const readers = globSync('{src,scripts}/**/*.{ts,astro}')
      .concat('astro.config.mjs')
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    // A package of npm's Chromium is told by a variable of its own where it runs; nobody sets it.
    expect(readers.sort()).toEqual(['src/host/chromium.ts', 'src/host/settings.ts']);
    expect(readFileSync('src/host/chromium.ts', 'utf8').match(/process\.env\.\w+/g)).toEqual([
      'process.env.AWS_LAMBDA_JS_RUNTIME',
    ]);
  });

  test('only the catalogue asks Astro for content', () => {
    const askers = modules.filter((file) => importsOf.get(file)?.some(({ target }) => target === 'astro:content'));
    expect(askers.sort()).toEqual(['src/catalogue.ts', 'src/content.config.ts']);
  });

  test('pages, layouts and components know of no content folder and read no file of it', () => {
    const shown = 'src/{pages,layouts,components}/**/*.{ts,astro}';
    expect(outside(shown, /^(?:node:|src\/(?:content-files|content-check|build|import)\/)/)).toEqual([]);
    // What the operator set is asked for in one place, and the folder not there.
    expect(outside(shown, /^src\/host\//)).toEqual(['src/components/frame/site-settings.ts → src/host/settings.ts']);
    const asked = readFileSync('src/components/frame/site-settings.ts', 'utf8').match(/.*settings\(\).*/g);
    expect(asked).toEqual(['const { contact, footer, isInvented } = settings();']);
  });
});
