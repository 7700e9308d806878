import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { hostSettings, isHostKind } from '../src/hosting/host-settings.ts';
import { damageCodes, damageExamples } from '../src/import/lines/damage-codes.ts';
import { importIssueCodes, importIssueKind } from '../src/import/lines/issue-kinds.ts';
import { withMarkedPart } from '../src/text/marked-part.ts';

/** Markdown that speaks of the project: not the archive's content, not fixtures. */
const papers = globSync([
  '*.md',
  '.github/**/*.md',
  '{docs,src,scripts,public}/**/*.md',
  'tests/!(fixtures)/**/*.md',
]).map((file) => file.replaceAll('\\', '/'));

const written = (paper: string): string => readFileSync(paper, 'utf8');

/** A paper's tree, flat: each node after those within it. */
function nodes(markdown: string): Nodes[] {
  const flat = (node: Nodes): Nodes[] => ['children' in node ? node.children.flatMap(flat) : [], node].flat();
  return flat(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

/** The anchors that GitHub gives a paper's headings. */
function anchors(markdown: string): string[] {
  const seen = new Map<string, number>();
  return nodes(markdown)
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const anchor = textOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    });
}

/** Links and pictures of a paper that lead nowhere. */
function deadLinks(paper: string, markdown: string): string[] {
  return nodes(markdown).flatMap((node) => {
    if (!('url' in node) || /^(?:https?|mailto):/.test(node.url)) return [];
    const [path = '', anchor] = decodeURIComponent(node.url).split('#');
    const target = path === '' ? paper : normalize(join(dirname(paper), path));
    if (!existsSync(target)) return [node.url];
    if (anchor === undefined) return [];
    return anchors(path === '' ? markdown : written(target)).includes(anchor) ? [] : [node.url];
  });
}

/** Rows that have not as many cells as their table's head, and lines that begin like a row but stand in no table. */
function brokenRows(markdown: string): string[] {
  const lines = markdown.split('\n');
  return nodes(markdown).flatMap((node) => {
    const { position } = node;
    if (node.type === 'table') {
      const [head, ...rows] = node.children;
      return rows
        .filter(({ children }) => children.length !== head?.children.length)
        .map((row) => lines[(row.position?.start.line ?? 0) - 1] ?? '');
    }
    if (node.type !== 'paragraph' || !position) return [];
    return lines.slice(position.start.line - 1, position.end.line).filter((line) => line.trimStart().startsWith('|'));
  });
}

/** Paths in backticks below the project's folders that do not exist; with stars, that nothing answers. */
function missingPaths(markdown: string): string[] {
  return nodes(markdown)
    .flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []))
    .filter((code) => /^(?:src|scripts|tests|docs|content)\/\S*$/.test(code))
    .filter((path) => (/[*{]/.test(path) ? globSync(path).length === 0 : !existsSync(path)));
}

/** Words of the work on the project, which its papers do not speak of. */
const workTalk =
  /\bissues? #?\d|(?:^|\s)#\d+\b|\bsessions?\b|\bscale\.md\b|domain page|领域页|done when|\.\.\/shared|\bTODO\b/gi;

/** Half-width punctuation beside a Chinese character, and spaces between Chinese characters or beside their punctuation. */
const badlySet =
  /(?<=\p{Script=Han})[,;:!?()]|[,;:!?()](?=\p{Script=Han})|(?<=[\p{Script=Han}，。；：？！、（）“”《》]) +(?=[\p{Script=Han}，。；：？！、（）“”《》])|(?<=[，。；：？！、（《“]) | (?=[，。；：？！、）》”])/gu;

const badSetting = (markdown: string): string[] =>
  nodes(markdown).flatMap((node) =>
    node.type === 'text'
      ? [...node.value.matchAll(badlySet)].map(({ index }) => node.value.slice(Math.max(0, index - 6), index + 8))
      : [],
  );

const isChinese = (paper: string): boolean => /^#[^#\n]*\p{Script=Han}/mu.test(written(paper).slice(0, 200));

describe.for(papers)('%s', (paper) => {
  test('leads nowhere that is not there', () => {
    expect(deadLinks(paper, written(paper))).toEqual([]);
  });

  test('has whole tables', () => {
    expect(brokenRows(written(paper))).toEqual([]);
  });

  test('names only paths that exist', () => {
    expect(missingPaths(written(paper))).toEqual([]);
  });

  test('does not speak of the work on it', () => {
    expect(written(paper).match(workTalk) ?? []).toEqual([]);
  });
});

test.for(papers.filter(isChinese))('%s sets Chinese with its own punctuation and without stray spaces', (paper) => {
  expect(badSetting(written(paper))).toEqual([]);
});

test('each kind of fault is found', () => {
  expect(deadLinks('README.md', '# 甲，乙\n[a](#甲乙) [b](#乙) [c](docs/none.md) [d](docs/hosting.md#无)')).toEqual([
    '#乙',
    'docs/none.md',
    'docs/hosting.md#无',
  ]);
  const table = '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 |\n\n文\n| 1 | 2 |';
  expect(brokenRows(table)).toEqual(['| 1 |', '| 1 | 2 | 3 |', '| 1 | 2 |']);
  expect(missingPaths('`src/none.ts` `content/regions/*.csv` `src/*.none` `node_modules/x`')).toEqual([
    'src/none.ts',
    'src/*.none',
  ]);
  expect('See issue 12, #5'.match(workTalk)).toHaveLength(2);
  expect(badSetting('中文,中 文(a)，后 `半角,` English, words 第 3 项')).toHaveLength(3);
});

test('the two READMEs name the same commands, variables and papers', () => {
  const named = (paper: string): string[] =>
    nodes(written(paper))
      .flatMap((node) =>
        node.type === 'code'
          ? [...node.value.matchAll(/npm [\w: -]*\w/g)].map(([command]) => command)
          : node.type === 'inlineCode' && /^[A-Z_]+$/.test(node.value)
            ? [node.value]
            : 'url' in node
              ? [node.url.replace(/README(?:\.en)?\.md/, 'README')]
              : [],
      )
      .filter((name) => !/^#/.test(name));
  expect(named('README.en.md')).toEqual(named('README.md'));
});

/** Holds a part of a paper to what the code says; `UPDATE=1` writes it anew first. */
function isWritten(paper: string, name: string, part: string): void {
  const wanted = withMarkedPart(written(paper), name, part);
  expect(wanted, `${paper} has no part ${name}`).not.toBeNull();
  if (process.env.UPDATE === '1' && !process.env.CI && wanted !== null) writeFileSync(paper, wanted);
  expect(written(paper)).toBe(wanted);
}

describe('settings that are written from the code', () => {
  const languages = { nginx: 'nginx', caddy: 'caddyfile', headers: 'text', oss: 'sh', cos: 'sh' } as const;

  test.for(Object.entries(languages))('for %s in docs/hosting.md (UPDATE=1 writes them anew)', ([kind, language]) => {
    if (!isHostKind(kind)) throw new Error(`there are no settings for ${kind}`);
    isWritten('docs/hosting.md', `host-settings ${kind}`, `\`\`\`${language}\n${hostSettings[kind]('/')}\`\`\``);
  });

  test('are there for every kind of host', () => {
    expect(Object.keys(languages)).toEqual(Object.keys(hostSettings));
  });
});

describe('tables that are written from the code', () => {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const tables = {
    'import-issues': [
      row(['代码', '程度', '意思', '办法']),
      row(['---', '---', '---', '---']),
      ...importIssueCodes.map((code) => {
        const { severity, message, hint } = importIssueKind(code);
        return row([`\`${code.replace(/^not-report\/any$/, 'not-report/…')}\``, severity, message, hint]);
      }),
    ],
    damage: [
      row(['代码', '残损', '例']),
      row(['---', '---', '---']),
      ...Object.entries({ ...damageCodes }).map(([code, words]) =>
        row([`\`${code}\``, words, Object.entries(damageExamples).find(([own]) => own === code)?.[1] ?? '']),
      ),
    ],
  };
  test.for(Object.entries(tables))('%s in docs/curators.md (UPDATE=1 writes it anew)', ([name, rows]) => {
    isWritten('docs/curators.md', name, rows.join('\n'));
  });
});
