import type { ContentCopy } from './content-copy.ts';

const jixi = 'reports/34/341824/2023.md';
const hedong = 'reports/12/120102/2024-justice-bureau.md';
const capture = 'sources/e45e6f3a49e7ecacad64b41b2a2393706d146c65163ea3f3d10a5c40aef9d20c.txt';
const coverageHead = 'region,year,state,where,when,note';
const regionHead = 'code,name,level,parent,since,until,successors,source,note';
const hostHead = 'host,region,kind,checked';
const copied = 'reports/34/341824/2023 - 副本.md';

const differs = 'source/letters-differ';
const conflict = 'report/conflict-marker';
const matter = 'report/front-matter';
const schema = 'report/schema';
const impossible = 'report/date-impossible';
const unplaced = 'report/note-unplaced';
const hiddenSign = 'report/hidden-character';
const badName = 'report/file-name';

/** An edit that a curator may make by mistake, and what the check has to say of it. */
export interface WrongEdit {
  readonly name: string;
  readonly edit: (content: ContentCopy) => void;
  /** Every error and warning that comes of it, by code, in the order in which they are shown. */
  readonly codes: readonly string[];
  /** The issue that says it. */
  readonly file: string;
  /** Its line: the number, what stands on it, or null where the file as a whole is meant. */
  readonly line: number | string | null;
  /** What stood there, as the message quotes it. */
  readonly stood: string;
  /** What is wanted or to be done, in message or hint. */
  readonly wanted: string;
}

const gbk = (text: string): Uint8Array => {
  // Two bytes each, from the rows of GB 2312 that hold these words.
  const known: Readonly<Record<string, readonly [number, number]>> = {
    天: [0xcc, 0xec],
    津: [0xbd, 0xf2],
    市: [0xca, 0xd0],
    的: [0xb5, 0xc4],
    年: [0xc4, 0xea],
    政: [0xd5, 0xfe],
    府: [0xb8, 0xae],
    网: [0xcd, 0xf8],
  };
  return Uint8Array.from([...text].flatMap((character) => known[character] ?? [character.charCodeAt(0)]));
};

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** An edit of one place of one file. */
const typo = (
  name: string,
  [file, from, to]: readonly [file: string, from: string, to: string],
  codes: readonly string[],
  [line, stood, wanted]: readonly [line: number | string | null, stood: string, wanted: string],
): WrongEdit => ({ name, edit: (content) => content.replace(file, from, to), codes, file, line, stood, wanted });

const text: readonly WrongEdit[] = [
  typo(
    'a word changed',
    [jixi, '扎实做好初信', '踏实做好初信'],
    [differs],
    ['**（四）聚焦基层治理', '“扎”，正文作“踏”', 'departures'],
  ),
  {
    ...{
      name: 'a paragraph deleted',
      codes: ['report/normal-form', differs],
      file: jixi,
      line: '**2.党政主要负责人',
      wanted: 'departures',
    },
    edit: ({ read, put }) => put(jixi, read(jixi).replace(/\*\*1\.深入学习贯彻.*\n/, '')),
    stood: '正文作（无）',
  },
  typo(
    'a paragraph added',
    [jixi, '### （二）推进', '再添一段。\n\n### （二）推进'],
    [differs],
    ['再添一段。', '作（无），正文作“再添一段。”', '照原件改回'],
  ),
  typo(
    'a mark changed',
    [jixi, '锐意进取，', '锐意进取；'],
    [differs],
    ['2023年，绩溪县坚持', '“，”，正文作“；”', '照原件改回'],
  ),
  typo(
    'a heading typed as a plain line',
    [jixi, '## 三、2024', '三、2024'],
    ['report/section-unplaced'],
    ['heading: 三、2024', '“三、2024年度推进法治政府建设的主要安排”', '标题记号'],
  ),
  typo(
    'a heading that the sections do not quote',
    [jixi, 'heading: 三、2024年度推进', 'heading: 三、2023年度推进'],
    ['report/section-unplaced'],
    ['heading: 三、2023年度', '“三、2023年度推进', '照正文的标题抄写'],
  ),
  typo(
    'a row too short',
    [jixi, '### （二）推进', '| 甲 | 乙 |\n| --- | --- |\n| 丙 |\n\n### （二）推进'],
    [differs, 'report/table-row'],
    ['| 丙 |', '“| 丙 |”有 1 格，表头有 2 格', '对照原件'],
  ),
  typo(
    'a row too long',
    [jixi, '### （二）推进', '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 | 戊 |\n\n### （二）推进'],
    [differs, 'report/table-row'],
    ['| 丙 |', '有 3 格，表头有 2 格', '写作“\\|”'],
  ),
  typo(
    'a table without its rule',
    [jixi, '### （二）推进', '| 甲 | 乙 |\n\n### （二）推进'],
    ['report/normal-form', 'report/table-row', differs],
    ['| 甲 | 乙 |', '“| 甲 | 乙 |”以“|”开头', '| --- | --- |'],
  ),
  typo(
    'a footnote never used',
    [jixi, '### （二）推进', '[^1]: 注文。\n\n### （二）推进'],
    ['report/footnote', differs],
    ['[^1]: 注文', '“[^1]: 注文。”是脚注', '写 [^1]'],
  ),
  typo(
    'a footnote used and never there',
    [jixi, '锐意进取，', '锐意进取[^7]，'],
    ['report/footnote', differs],
    ['2023年，绩溪县坚持', '标记 [^7]', '补上一行“[^7]: 注文”'],
  ),
  typo(
    'a footnote twice',
    [jixi, '### （二）推进', '甲[^1]。\n\n[^1]: 乙。\n\n[^1]: 丙。\n\n### （二）推进'],
    [differs, 'report/footnote'],
    ['[^1]: 丙', '[^1] 的注文', '不同的标号'],
  ),
  typo(
    'a picture’s place without a doubt',
    [jixi, '锐意进取，', '锐意进取〔图片〕，'],
    ['report/image-undoubted', differs],
    ['2023年，绩溪县坚持', '“〔图片〕”', 'code: text/image'],
  ),
  typo(
    'direction turned in the text',
    [jixi, '锐意进取，', '锐意\u202e进取，'],
    ['report/hidden-character'],
    ['2023年，绩溪县坚持', 'U+202E（改变文字方向）', '删去'],
  ),
  typo(
    'a sign without width in the text',
    [jixi, '锐意进取，', '锐意\u200b进取，'],
    ['report/hidden-character'],
    ['2023年，绩溪县坚持', 'U+200B（看不见，不占位）', '删去'],
  ),
  typo(
    'a conflict of Git in the text',
    [jixi, '### （二）推进', '<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n\n### （二）推进'],
    [conflict, differs, conflict, conflict],
    ['<<<<<<< HEAD', '“<<<<<<< HEAD”是 Git 合并冲突', '取定一处'],
  ),
];

const places: readonly WrongEdit[] = [
  {
    name: '.MD',
    edit: ({ move }) => move(jixi, jixi.replace('.md', '.MD')),
    codes: [badName],
    file: jixi.replace('.md', '.MD'),
    line: null,
    stood: '“2023.MD”',
    wanted: '.md（小写）',
  },
  {
    name: '.md.txt',
    edit: ({ move }) => move(jixi, `${jixi}.txt`),
    codes: [badName],
    file: `${jixi}.txt`,
    line: null,
    stood: '“2023.md.txt”',
    wanted: '改名为年度加 .md',
  },
  {
    name: 'a copy made in the Explorer',
    edit: ({ copy }) => copy(jixi, copied),
    codes: ['report/duplicate-id', 'report/path'],
    file: copied,
    line: 1,
    stood: `已由 ${jixi} 占用`,
    wanted: '副本删去',
  },
  {
    name: 'a report in another county’s folder',
    edit: ({ copy, remove }) => {
      copy(jixi, 'reports/34/341825/2023.md');
      remove(jixi);
    },
    codes: ['report/path'],
    file: 'reports/34/341825/2023.md',
    line: 'region:',
    stood: 'reports/34/341825/2023.md',
    wanted: '移到该处',
  },
  {
    name: 'a folder with the name of a report',
    edit: ({ makeFolder }) => makeFolder('reports/34/341824/2021.md'),
    codes: [badName],
    file: 'reports/34/341824/2021.md',
    line: null,
    stood: '文件夹“2021.md”',
    wanted: '移出 reports',
  },
  {
    name: 'a link among the reports',
    edit: ({ link }) => link(jixi, 'reports/34/341824/2022.md'),
    codes: [badName],
    file: 'reports/34/341824/2022.md',
    line: null,
    stood: '符号链接“2022.md”',
    wanted: '移出 reports',
  },
  {
    name: 'a picture among the reports',
    edit: ({ put }) => put('reports/34/341824/照片.jpg', 'x'),
    codes: [badName],
    file: 'reports/34/341824/照片.jpg',
    line: null,
    stood: '“照片.jpg”',
    wanted: '移出 reports',
  },
  {
    name: 'a folder among the captures',
    edit: ({ makeFolder }) => makeFolder('sources/旧'),
    codes: ['source/file-name'],
    file: 'sources/旧',
    line: null,
    stood: '文件夹“旧”',
    wanted: '移出 sources',
  },
  {
    name: 'Thumbs.db among the captures',
    edit: ({ put }) => put('sources/Thumbs.db', 'x'),
    codes: ['source/file-name'],
    file: 'sources/Thumbs.db',
    line: null,
    stood: '“Thumbs.db”',
    wanted: '移出 sources',
  },
  {
    name: 'a photograph among the captures',
    edit: ({ put }) => put('sources/照片.jpg', 'x'),
    codes: ['source/file-name'],
    file: 'sources/照片.jpg',
    line: null,
    stood: '“照片.jpg”',
    wanted: 'npm run import',
  },
  {
    name: 'a link among the captures',
    edit: ({ link }) => link(capture, `sources/${'a'.repeat(64)}.txt`),
    codes: ['source/file-name'],
    file: `sources/${'a'.repeat(64)}.txt`,
    line: null,
    stood: '符号链接',
    wanted: '换成文件本身',
  },
  {
    name: 'a capture altered',
    edit: ({ put, read }) => put(capture, `${read(capture)}\n`),
    codes: ['source/altered'],
    file: capture,
    line: null,
    stood: '内容的 SHA-256 是',
    wanted: '恢复原文件',
  },
  {
    name: 'a capture deleted',
    edit: ({ remove }) => remove(capture),
    codes: ['report/source-missing'],
    file: jixi,
    line: 'sha256:',
    stood: 'e45e6f3a',
    wanted: '补上采集原件',
  },
  typo(
    'a digest mistyped',
    [jixi, 'e45e6f3a', 'e45e6f3b'],
    ['report/source-missing', 'source/orphan'],
    ['sha256:', 'e45e6f3b', '改正校验值'],
  ),
  {
    name: 'no report at all',
    edit: ({ remove }) => remove('reports'),
    codes: ['content/no-reports', ...Array<string>(5).fill('source/orphan')],
    file: 'reports',
    line: null,
    stood: '没有一份报告',
    wanted: 'ARCHIVE_CONTENT',
  },
  typo(
    'a version that is not there',
    [jixi, 'versions: []', 'versions:\n  - version: 1\n    until: "2024-05-01"\n    reason: 更正'],
    ['report/version-missing'],
    ['version: 1', 'reports/34/341824/2023.v1.md', '恢复旧版的文件'],
  ),
  {
    name: 'a version that is named nowhere',
    edit: ({ copy }) => copy(jixi, jixi.replace('.md', '.v1.md')),
    codes: ['report/version-unnamed'],
    file: jixi.replace('.md', '.v1.md'),
    line: null,
    stood: `${jixi} 的 versions`,
    wanted: '补上这一版',
  },
  {
    name: 'a version without its report',
    edit: ({ move }) => move(jixi, jixi.replace('.md', '.v1.md')),
    codes: ['report/version-unnamed'],
    file: jixi.replace('.md', '.v1.md'),
    line: null,
    stood: `${jixi} 不存在`,
    wanted: '移走',
  },
  {
    name: 'a register under another name',
    edit: ({ move }) => move('glossary.yaml', 'glossary.yml'),
    codes: ['content/file-name'],
    file: 'glossary.yml',
    line: null,
    stood: '“glossary.yml”',
    wanted: 'glossary.yaml',
  },
];

const encodings: readonly WrongEdit[] = [
  {
    name: 'a report as GB18030',
    edit: ({ read, put }) =>
      put(
        jixi,
        Buffer.concat([Buffer.from(read(jixi).split('绩溪')[0] ?? ''), gbk('天津市政府的年'), Buffer.from('\n')]),
      ),
    codes: ['report/encoding'],
    file: jixi,
    line: 2,
    stood: 'GB18030',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'a report as UTF-16',
    edit: ({ read, put }) => put(jixi, utf16(read(jixi))),
    codes: ['report/encoding'],
    file: jixi,
    line: 1,
    stood: 'UTF-16 LE',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'a report with bytes cut off',
    edit: ({ read, put }) => put(jixi, Buffer.from(read(jixi)).subarray(0, 16)),
    codes: ['report/encoding'],
    file: jixi,
    line: 2,
    stood: '损坏的 UTF-8',
    wanted: '备份恢复',
  },
  {
    name: 'a report with the mark of UTF-8',
    edit: ({ read, put }) => put(jixi, `\uFEFF${read(jixi)}`),
    codes: ['report/normal-form'],
    file: jixi,
    line: 1,
    stood: '字节顺序标记（BOM）',
    wanted: 'npm run repair',
  },
  {
    name: 'line breaks of Windows',
    edit: ({ read, put }) => put(jixi, read(jixi).replaceAll('\n', '\r\n')),
    codes: ['report/normal-form'],
    file: jixi,
    line: 1,
    stood: 'CRLF',
    wanted: 'npm run repair',
  },
  {
    name: 'an empty report',
    edit: ({ put }) => put(jixi, ''),
    codes: [matter, 'source/orphan'],
    file: jixi,
    line: 1,
    stood: '文件是空的',
    wanted: '重新导入',
  },
  {
    name: 'coverage.csv as GBK',
    edit: ({ put }) =>
      put(
        'coverage.csv',
        Buffer.concat([
          Buffer.from(`${coverageHead}\n120102,2022,not-found,`),
          gbk('天津市政府网'),
          Buffer.from(',2024-01-01,\n'),
        ]),
      ),
    codes: ['coverage/encoding'],
    file: 'coverage.csv',
    line: 2,
    stood: 'GB18030',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'issuers.yaml as UTF-16',
    edit: ({ read, put }) => put('issuers.yaml', utf16(read('issuers.yaml'))),
    codes: ['issuers/encoding'],
    file: 'issuers.yaml',
    line: 1,
    stood: 'UTF-16',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'glossary.yaml as GBK',
    edit: ({ put }) => put('glossary.yaml', Buffer.concat([Buffer.from('- term: '), gbk('政府')])),
    codes: ['glossary/encoding'],
    file: 'glossary.yaml',
    line: 1,
    stood: 'GB18030',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'own.csv as GBK',
    edit: ({ put }) => put('regions/own.csv', Buffer.concat([Buffer.from(`${regionHead}\n`), gbk('天津市')])),
    codes: ['region/encoding'],
    file: 'regions/own.csv',
    line: 2,
    stood: 'GB18030',
    wanted: '另存为 UTF-8',
  },
  {
    name: 'hosts.csv as GBK',
    edit: ({ put }) => put('hosts.csv', Buffer.concat([Buffer.from(`${hostHead}\n`), gbk('政府网')])),
    codes: ['hosts/encoding'],
    file: 'hosts.csv',
    line: 2,
    stood: 'GB18030',
    wanted: '另存为 UTF-8',
  },
];

const yaml: readonly WrongEdit[] = [
  typo(
    'a full-width colon',
    [jixi, 'title: 绩溪县', 'title：绩溪县'],
    [matter],
    [2, '“title”后面是全角冒号', '写作“title: ”'],
  ),
  typo(
    'a full-width colon within',
    [jixi, '    kind: government', '    kind：government'],
    [matter],
    ['kind：', '“kind”后面是全角冒号', '写作“kind: ”'],
  ),
  typo(
    'no space behind the colon',
    [jixi, 'year: 2023', 'year:2023'],
    [matter],
    ['year:2023', '“year:2023”', '缺一个半角空格'],
  ),
  typo(
    'a tab',
    [jixi, '  region: title', '\tregion: title'],
    [matter],
    ['\tregion', '“⇥region: title”', '制表符改为半角空格'],
  ),
  typo(
    'a key twice',
    [jixi, 'slug: null', 'slug: null\ntitle: 又一个'],
    [matter],
    ['title: 又一个', '“title: 又一个”', '第 2 行已经写过'],
  ),
  typo(
    'a key twice within',
    [jixi, '  year: title', '  year: title\n  year: text'],
    [matter],
    ['year: text', '“  year: text”', '两处只留一处'],
  ),
  typo(
    'a wrong indent',
    [jixi, '  region: title', '   region: title'],
    [matter],
    ['   region: title', '“   region: title”', '两个半角空格'],
  ),
  typo(
    'an indent where none belongs',
    [jixi, 'region: "341824"', ' region: "341824"'],
    [matter],
    [' region: "341824"', '“ region: "341824"”', '左对齐'],
  ),
  typo(
    'a colon in the title',
    [jixi, 'title: 绩溪县', 'title: 关于: 绩溪县'],
    [matter],
    [2, '“title: 关于: 绩溪县', '加半角双引号'],
  ),
  typo(
    'a quote not closed',
    [jixi, 'region: "341824"', 'region: "341824'],
    [matter],
    ['region: "341824', '“region: "341824”', '没有成对'],
  ),
  typo('a bracket not closed', [jixi, 'page:', 'page: ['], [matter], ['page: [', '括号 [ 没有成对', '补上收尾的括号']),
  typo(
    'a title that begins with @',
    [jixi, 'title: 绩溪县', 'title: @绩溪县'],
    [matter],
    [2, '“title: @绩溪县', '保留的符号'],
  ),
  typo('an alias', [jixi, 'title: 绩溪县', 'title: *绩溪县'], [matter], [2, '“title: *绩溪县', '别名']),
  typo(
    'a line that is no field',
    [jixi, 'slug: null', 'slug: null\n此处存疑'],
    [matter],
    ['此处存疑', '“此处存疑”', '不是“项: 值”的写法'],
  ),
  typo('a list without space', [jixi, '  - 宣城市', '  -宣城市'], [matter], ['-宣城市', '-宣城市', '空格']),
  typo(
    'a comment behind a value',
    [jixi, 'title: 绩溪县2023', 'title: 绩溪县 #2023'],
    ['report/comment'],
    [2, '“#2023年度', '加半角双引号'],
  ),
  typo(
    'a comment on its own line',
    [jixi, 'slug: null', '# 待核\nslug: null'],
    ['report/comment'],
    ['# 待核', '“# 待核”', '移到别处'],
  ),
  typo(
    'the closing fence missing',
    [jixi, '绩溪县人民政府\n---\n', '绩溪县人民政府\n'],
    [matter],
    [115, '没有以“---”一行结束', '加一行三个半角减号'],
  ),
  typo(
    'the closing fence as dashes',
    [jixi, '绩溪县人民政府\n---\n', '绩溪县人民政府\n———\n'],
    [matter],
    ['———', '“———”', '三个半角减号'],
  ),
  typo(
    'the opening fence missing',
    [jixi, '---\ntitle', 'title'],
    [matter],
    [1, '“title: 绩溪县', '加一行三个半角减号'],
  ),
  typo('an empty line first', [jixi, '---\ntitle', '\n---\ntitle'], [matter], [1, '1 行空行', '删去文件开头的空行']),
  {
    name: 'no front matter',
    edit: ({ read, put }) => put(jixi, read(jixi).replace(/^---[\s\S]*?^---\n\n/m, '')),
    codes: [matter, 'source/orphan'],
    file: jixi,
    line: 1,
    stood: '“2023年，绩溪县坚持',
    wanted: '“---”一行开头',
  },
  typo(
    'a conflict of Git in the fields',
    [jixi, 'slug: null', '<<<<<<< HEAD\nslug: null\n=======\nslug: party\n>>>>>>> b'],
    [conflict, conflict, matter, conflict],
    ['<<<<<<< HEAD', '“<<<<<<< HEAD”', '取定一处'],
  ),
  typo(
    'a bomb',
    [jixi, 'title: 绩溪县', 'a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\ntitle: 绩溪县'],
    [matter, matter, matter],
    ['a: &a', '“a: &a [x, x]”', '别名'],
  ),
  typo(
    'brackets without end',
    [jixi, 'page:', `page: ${'['.repeat(5000)}${']'.repeat(5000)}\nx:`],
    [matter, schema],
    ['page: [[[', '“page: [[[', '层次太深'],
  ),
];

const fields: readonly WrongEdit[] = [
  typo(
    'a key misspelt',
    [jixi, 'titleBasis: text', 'titelBasis: text'],
    [schema],
    ['titelBasis', 'titelBasis：没有这样的一项，疑是 titleBasis', '项名改为 titleBasis'],
  ),
  typo(
    'a key that is none',
    [jixi, 'slug: null', 'slug: null\ncolour: red'],
    [schema],
    ['colour', 'colour：没有这样的一项（现为 "red"）', '删去'],
  ),
  typo('a key missing', [jixi, 'titleBasis: text\n', ''], [schema], [2, 'titleBasis：', '没有这一项']),
  typo(
    'a code without quotes',
    [jixi, 'region: "341824"', 'region: 341824'],
    [schema],
    ['region: 341824', 'region：', '要加引号'],
  ),
  typo(
    'a code of five digits',
    [jixi, 'region: "341824"', 'region: "34182"'],
    [schema],
    ['region: "34182"', '"34182"', '六位数字'],
  ),
  typo('a year in words', [jixi, 'year: 2023', 'year: 二〇二三'], [schema], ['year: 二', '"二〇二三"', '四位数字']),
  typo(
    'a slug in capitals',
    [hedong, 'slug: justice-bureau', 'slug: Justice-Bureau'],
    [schema],
    ['slug:', '"Justice-Bureau"', '小写英文短名，如 justice-bureau'],
  ),
  typo(
    'a slug in no register',
    [hedong, 'slug: justice-bureau', 'slug: tea-bureau'],
    ['report/path', 'report/slug-unknown'],
    ['slug:', '“tea-bureau”', 'issuers.yaml'],
  ),
  typo(
    'a kind of issuer that is none',
    [jixi, 'issuerKind: government', 'issuerKind: 政府'],
    [schema],
    ['issuerKind: 政府', '"政府"', 'party-and-government（党委和政府联名）'],
  ),
  typo(
    'a basis of the title that is none',
    [jixi, 'titleBasis: text', 'titleBasis: body'],
    [schema],
    ['titleBasis: body', '"body"', 'inferred（按规则拟的）'],
  ),
  typo(
    'a role that is none',
    [jixi, 'role: plan', 'role: next'],
    [schema],
    ['role: next', '"next"', 'plan（下年安排）'],
  ),
  typo(
    'a date with a long dash',
    [jixi, 'value: "2024-02-28"', 'value: "2024–02–28"'],
    [schema],
    ['2024–02–28', '"2024–02–28"', '“2025-01-20”'],
  ),
  typo(
    'a day that is none',
    [jixi, 'value: "2024-02-28"', 'value: "2024-02-30"'],
    [schema],
    ['2024-02-30', '"2024-02-30"', '没有这一天'],
  ),
  typo(
    'a precision that the date has not',
    [jixi, 'precision: day', 'precision: month'],
    [schema],
    ['precision: month', 'published.precision', '到日为 day'],
  ),
  typo(
    'published before the year',
    [jixi, 'value: "2024-02-28"', 'value: "2020-02-28"'],
    [impossible],
    ['2020-02-28', '“2020-02-28”', '2023 年度的最后一季'],
  ),
  typo(
    'published in times to come',
    [jixi, 'value: "2024-02-28"', 'value: "2094-02-28"'],
    [impossible],
    ['2094-02-28', '“2094-02-28”', '在今天'],
  ),
  typo(
    'an address without its protocol',
    [jixi, 'url: null', 'url: www.example.gov.cn'],
    [schema],
    ['url: www', '"www.example.gov.cn"', '完整网址'],
  ),
  typo(
    'an empty title',
    [jixi, 'title: 绩溪县2023年度法治政府建设工作情况报告', 'title: ""'],
    [schema],
    [2, 'title：', '不能为空'],
  ),
  typo(
    'a title that the capture has not',
    [jixi, 'title: 绩溪县2023', 'title: 绩溪县2022'],
    ['source/title-differs'],
    [2, '“绩溪县2022年度', 'titleBasis 改为 curator'],
  ),
  typo(
    'a region of another name',
    [jixi, '  - 绩溪县\n', '  - 绩溪\n'],
    ['report/region-mismatch'],
    ['regionPath', '“安徽省 宣城市 绩溪”', '改正 region 或 regionPath'],
  ),
  typo(
    'a region that there is not',
    [jixi, 'region: "341824"', 'region: "341899"'],
    ['report/path', 'report/region-unknown'],
    ['341899', '341899', '核对代码'],
  ),
  typo(
    'a quote that stands nowhere',
    [jixi, 'quote: 执法不规范的情形', 'quote: 执法不规范的情况'],
    [unplaced],
    ['执法不规范的情况', '“执法不规范的情况”', '没有这几个字'],
  ),
  typo(
    'a quote that occurs less often',
    [jixi, 'occurrence: 1', 'occurrence: 999'],
    [unplaced],
    ['quote: 执法不规范', 'occurrence 为 999', '只有 1 处'],
  ),
  typo(
    'direction turned in the title',
    [jixi, 'title: 绩溪县', 'title: 绩溪县\u202e'],
    [hiddenSign],
    [2, 'U+202E（改变文字方向）', '删去这个字符'],
  ),
  typo(
    'isolated direction in an issuer',
    [jixi, 'name: 绩溪县', 'name: \u2066绩溪县'],
    [hiddenSign],
    ['name: \u2066', 'issuers.0.name', 'U+2066'],
  ),
  typo(
    'a sign without width in the title',
    [jixi, 'title: 绩溪县', 'title: 绩溪\u200b县'],
    [hiddenSign],
    [2, 'U+200B（看不见，不占位）', '重新打一遍'],
  ),
  typo(
    'NUL in a note',
    [jixi, 'reason: 段末缺句号。', 'reason: "段末\\0缺句号。"'],
    [hiddenSign],
    ['reason: "段末', 'U+0000（控制字符）', '删去这个字符'],
  ),
  typo(
    '`imported` touched',
    [jixi, 'doubts:\n', 'imported: 改过\ndoubts:\n'],
    [schema],
    ['imported: 改过', '"改过"', '请勿改动'],
  ),
];

const registers: readonly WrongEdit[] = [
  typo(
    'a slug of issuers.yaml with a space',
    ['issuers.yaml', 'slug: justice-bureau', 'slug: justice bureau'],
    ['issuers/schema'],
    ['justice bureau', '"justice bureau"', '连字符'],
  ),
  typo(
    'a full-width colon in issuers.yaml',
    ['issuers.yaml', 'names: [司法局]', 'names：[司法局]'],
    ['issuers/yaml'],
    ['names：', '“names”后面是全角冒号', '写作“names: ”'],
  ),
  typo(
    'a slug twice in issuers.yaml',
    ['issuers.yaml', 'slug: justice-department', 'slug: justice-bureau'],
    ['issuers/duplicate'],
    ['- slug: justice-bureau', 'justice-bureau', '并作一条'],
  ),
  typo(
    'a bracket open in issuers.yaml',
    ['issuers.yaml', 'names: [司法局]', 'names: [司法局'],
    ['issuers/yaml'],
    ['names: [司法局', '“  names: [司法局”', '没有成对'],
  ),
  {
    name: 'issuers.yaml a folder',
    edit: ({ remove, makeFolder }) => {
      remove('issuers.yaml');
      makeFolder('issuers.yaml');
    },
    codes: ['issuers/unreadable'],
    file: 'issuers.yaml',
    line: null,
    stood: '却是文件夹',
    wanted: '移走',
  },
  {
    name: 'a bomb in the glossary',
    edit: ({ put }) => put('glossary.yaml', '- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n'),
    codes: ['glossary/yaml', 'glossary/yaml', 'glossary/yaml'],
    file: 'glossary.yaml',
    line: 1,
    stood: '“- &a [x, x]”',
    wanted: '别名',
  },
  typo(
    'a term twice in the glossary',
    ['glossary.yaml', '- term: 法治政府建设年度报告', '- term: 法治政府'],
    ['glossary/duplicate'],
    ['- term: 法治政府', '“法治政府”', '一个名目只立一条'],
  ),
  typo(
    'a basis of the glossary that is none',
    ['glossary.yaml', 'basis: text', 'basis: web'],
    ['glossary/schema'],
    ['basis: web', '"web"', 'editors（编者的解释）'],
  ),
  typo(
    'an indicator without its source',
    ['indicators.yaml', '    source: 《中华人民共和国公证法》第二条、第十一条\n', ''],
    ['indicators/schema'],
    ['  - id: notary', 'source', '所据的法律或文件'],
  ),
  typo(
    'an indicator twice',
    ['indicators.yaml', '  - id: notary', '  - id: legal-aid'],
    ['indicators/duplicate'],
    ['  - id: legal-aid', '“legal-aid”', '一个指标只立一条'],
  ),
  typo(
    'a tab in the glossary',
    ['glossary.yaml', '  basis: text', '\tbasis: text'],
    ['glossary/yaml'],
    ['\tbasis', '“⇥basis: text”', '制表符'],
  ),
  {
    name: 'a state of coverage that is none',
    edit: ({ put }) => put('coverage.csv', `${coverageHead}\n120102,2022,missing,市政府网站,2024-01-01,\n`),
    codes: ['coverage/row'],
    file: 'coverage.csv',
    line: 2,
    stood: 'state 为“missing”',
    wanted: 'not-found',
  },
  {
    name: 'a head of coverage in Chinese',
    edit: ({ put }) => put('coverage.csv', '地区,年度,状态\n'),
    codes: ['coverage/csv'],
    file: 'coverage.csv',
    line: 1,
    stood: '“地区,年度,状态”',
    wanted: coverageHead,
  },
  {
    name: 'coverage with direction turned',
    edit: ({ put }) => put('coverage.csv', `${coverageHead}\n120102,2022,not-found,市政府\u202e网站,2024-01-01,\n`),
    codes: ['coverage/hidden-character'],
    file: 'coverage.csv',
    line: 2,
    stood: '“120102,2022,not-found,市政府□网站',
    wanted: 'U+202E',
  },
  {
    name: 'an own code under a county that is missing',
    edit: ({ put }) => put('regions/own.csv', `${regionHead}\n341899x01,某开发区,township,341899,2010,,,某文,\n`),
    codes: ['region/parent'],
    file: 'regions/own.csv',
    line: 2,
    stood: '341899x01 某开发区 的上级 341899 不在地区登记里',
    wanted: '先为它补一行',
  },
  {
    name: 'a level of a region that is none',
    edit: ({ put }) => put('regions/own.csv', `${regionHead}\n341824x01,某镇,镇,341824,2010,,,某文,\n`),
    codes: ['region/row'],
    file: 'regions/own.csv',
    line: 2,
    stood: 'level 为“镇”',
    wanted: 'township',
  },
  {
    name: 'a quote open in own.csv',
    edit: ({ put }) => put('regions/own.csv', `${regionHead}\n341824x01,"某镇,township,341824,2010,,,某文,\n`),
    codes: ['region/csv'],
    file: 'regions/own.csv',
    line: 2,
    stood: '"某镇',
    wanted: '引号不成对',
  },
  {
    name: 'regions under another ending',
    edit: ({ put }) => put('regions/own.csv.txt', regionHead),
    codes: ['content/file-name'],
    file: 'regions/own.csv.txt',
    line: null,
    stood: '“own.csv.txt”',
    wanted: '.csv（小写）',
  },
  {
    name: 'a host with www',
    edit: ({ put }) => put('hosts.csv', `${hostHead}\nwww.example.gov.cn,341824,government,2024-01-01\n`),
    codes: ['hosts/row'],
    file: 'hosts.csv',
    line: 2,
    stood: '“www.example.gov.cn”',
    wanted: '不带 www.',
  },
];

export const wrongEdits: readonly WrongEdit[] = [...text, ...places, ...encodings, ...yaml, ...fields, ...registers];
