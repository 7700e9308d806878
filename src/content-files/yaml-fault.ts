import type { YAMLError } from 'yaml';

/** What is wrong with a YAML text, for curators: the line, what stands there and what is wanted, what to do. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** A fault, and whether its line shows it by itself: one that does not may only follow from another. */
export interface FoundYamlFault extends YamlFault {
  readonly isSeen: boolean;
}

interface Explanation {
  readonly what: string;
  readonly hint: string;
}

const quoteIt = '整个值加半角双引号：项: "值"';
const spaces = '每级缩进两个半角空格，同一级左对齐';

/** What the YAML library's codes mean to a curator. */
const explanations: Readonly<Record<YAMLError['code'], Explanation>> = {
  ALIAS_PROPS: { what: '“*”开头的是别名，这里不收', hint: quoteIt },
  BAD_ALIAS: { what: '“&”“*”开头的是锚和别名，这里不收', hint: quoteIt },
  BAD_COLLECTION_TYPE: { what: '“!”开头的标签与后面的值不符', hint: '删去标签；值确以 ! 开头的加半角双引号' },
  BAD_DIRECTIVE: { what: '“%”开头的行是 YAML 的指令，这里不收', hint: '删去这一行' },
  BAD_DQ_ESCAPE: { what: '双引号里的反斜杠“\\”后面不是合法的转义', hint: '反斜杠写两个“\\\\”，或改用半角单引号' },
  BAD_INDENT: { what: '缩进与同一级的各行不齐', hint: spaces },
  BAD_PROP_ORDER: { what: '“&”“!”的位置不对', hint: quoteIt },
  BAD_SCALAR_START: { what: '值以 YAML 保留的符号（@ 或 `）开头', hint: quoteIt },
  BLOCK_AS_IMPLICIT_KEY: { what: '缩进与上一行不接', hint: spaces },
  BLOCK_IN_FLOW: { what: '方括号或花括号里不能分行写列表', hint: '补上收尾的括号，或改成每行一个“- ”的写法' },
  DUPLICATE_KEY: { what: '同一项写了两次', hint: '两处只留一处' },
  IMPOSSIBLE: { what: '此处的写法读不懂', hint: '核对缩进、冒号后的空格和引号' },
  KEY_OVER_1024_CHARS: { what: '冒号前的项名过长', hint: '多半是缺了“项: ”，补上' },
  MISSING_CHAR: {
    what: '少了一个符号：引号、括号没有成对，或冒号、逗号后缺空格',
    hint: '补上；值里有这些符号的，整个值加半角双引号',
  },
  MULTILINE_IMPLICIT_KEY: { what: '这一行不是“项: 值”的写法', hint: '项名后用半角冒号加一个空格' },
  MULTIPLE_ANCHORS: { what: '“&”开头的是锚，这里不收', hint: quoteIt },
  MULTIPLE_DOCS: { what: '中间又有一行“---”或“...”', hint: '删去这一行' },
  MULTIPLE_TAGS: { what: '“!”开头的是标签，这里不收', hint: quoteIt },
  NON_STRING_KEY: { what: '项名不是文字', hint: '项名照抄应有的英文名' },
  RESOURCE_EXHAUSTION: { what: '嵌套的层次太深，不再读下去', hint: '这不像人写的，从 Git 或备份恢复' },
  TAB_AS_INDENT: { what: '缩进用了制表符（Tab）', hint: '制表符改为半角空格，每级两个' },
  TAG_RESOLVE_FAILED: { what: '“!”开头的标签，这里不收', hint: quoteIt },
  UNEXPECTED_TOKEN: { what: '这里有多余的符号或文字', hint: '删去；属于值的，整个值加半角双引号' },
};

const shown = (line: string): string => {
  const text = line.trimEnd().replaceAll('\t', '⇥');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** A key whose colon is full-width, or has no space behind it. */
const wrongColon = /^\s*(?:- )?([A-Za-z][A-Za-z0-9]*)\s*(：|:(?=[^\s/]))/;

/** What a line shows by itself, whatever the library made of it; null where nothing. */
function seenInLine(line: string): Explanation | null {
  const colon = wrongColon.exec(line);
  const key = colon?.[1] ?? '';
  if (colon?.[2] === '：')
    return { what: `“${key}”后面是全角冒号“：”，应为半角冒号加一个空格`, hint: `写作“${key}: ”` };
  if (colon) return { what: `“${key}:”后面缺一个半角空格`, hint: `写作“${key}: ”` };
  if (/^\s*-[^\s-]/.test(line)) return { what: '“-”后面缺一个半角空格', hint: '写作“- ”，再写值' };
  if (/^ *\t/.test(line)) return explanations.TAB_AS_INDENT;
  if (/^\s*(?:- )?[A-Za-z][A-Za-z0-9]*: +[^\s"'[{|>].*?(?:: |:$)/.test(line))
    return { what: '值里又有半角冒号加空格，YAML 把它当作另一项', hint: quoteIt };
  const value = /^\s*(?:- )?(?:[A-Za-z][A-Za-z0-9]*: +)?(["'])/.exec(line);
  const quote = value?.[1] ?? '';
  if (value && line.split(quote).length % 2 === 0)
    return {
      what: `开头的引号 ${quote} 没有成对`,
      hint: `补上收尾的 ${quote}；值里本来就有的引号，写作两个单引号或“\\"”`,
    };
  const bracket = /^\s*(?:- )?(?:[A-Za-z][A-Za-z0-9]*: +)?([[{])[^\]}]*$/.exec(line)?.[1];
  if (bracket)
    return { what: `括号 ${bracket} 没有成对`, hint: `补上收尾的括号；值确以 ${bracket} 开头的，整个值加半角双引号` };
  return null;
}

/** An indent that is no multiple of two, as all are that the archive writes. */
function oddIndent(line: string): Explanation | null {
  const { length } = /^ */.exec(line)?.[0] ?? '';
  return length % 2 === 0 ? null : { what: `缩进是 ${length} 个空格，与上下不齐`, hint: spaces };
}

const faultAt = (lines: readonly string[], at: number, firstLine: number, { what, hint }: Explanation): YamlFault => ({
  line: firstLine + at,
  message: `“${shown(lines[at] ?? '')}”：${what}`,
  hint,
});

/**
 * A fault that the YAML library found, in Chinese. `at` is the index of its line in `lines`, `firstLine` the number of
 * the first of them in the file. A fault that shows on the line before or behind, where the library did not see it, is
 * told of that line.
 */
export function yamlFault(
  code: YAMLError['code'],
  lines: readonly string[],
  at: number,
  firstLine: number,
): FoundYamlFault {
  const looks = [
    [at, seenInLine],
    [at, oddIndent],
    [at + 1, oddIndent],
    [at - 1, oddIndent],
    [at - 1, seenInLine],
  ] as const;
  for (const [place, look] of looks) {
    const seen = look(lines[place] ?? '');
    if (seen) return { ...faultAt(lines, place, firstLine, seen), isSeen: true };
  }
  return { ...faultAt(lines, at, firstLine, explanations[code]), isSeen: false };
}

/** A line that belongs to no entry. */
export function strayLine(lines: readonly string[], at: number, firstLine: number): YamlFault {
  return faultAt(lines, at, firstLine, {
    what: '这一行不是“项: 值”的写法',
    hint: '补上项名；接着上一项的，缩进两个半角空格；不要的删去',
    ...seenInLine(lines[at] ?? ''),
  });
}

/** An entry that stands twice. `first` is the line of the other one. */
export function repeatedEntry(lines: readonly string[], at: number, firstLine: number, first: number): YamlFault {
  return faultAt(lines, at, firstLine, {
    what: `这一项在第 ${first} 行已经写过`,
    hint: '两处只留一处',
  });
}
