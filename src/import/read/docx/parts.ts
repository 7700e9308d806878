import { unzipSync } from 'fflate';
import { UnreadableInput } from '../../lines/reading.ts';
import { crc32 } from './crc32.ts';
import { type XmlPart, xmlTokens } from './xml-tokens.ts';
import { zipSums } from './zip-sums.ts';

/** Bounds against archives that unfold into more than any report needs. */
const mostEntries = 5_000;
const mostPartBytes = 64 * 1024 * 1024;
const mostRatio = 300;

/** The kinds of parts that hold text or what it looks like, by how the type of the relation to them ends. */
const partKinds = ['numbering', 'styles', 'footnotes', 'endnotes', 'comments', 'header', 'footer'] as const;
type PartKind = (typeof partKinds)[number];

/** The parts of a Word file: its text, and what belongs to it, by kind, in the order in which the file names them. */
interface DocxParts {
  readonly body: XmlPart;
  readonly others: ReadonlyMap<PartKind, readonly XmlPart[]>;
}

/** Encodings by how a text in them begins, with and without a mark; all other XML says itself what it is in. */
const openings: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** A part's text. Throws `UnreadableInput` where its bytes are not in the encoding that it declares. */
function partText(name: string, bytes: Uint8Array): string {
  const opening = openings.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0];
  // A declaration that can be read as it stands is in no UTF-16, though some programs write so.
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*(["'])(?!utf-16)([\w.-]+)\1/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[2];
  const encoding = opening ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableInput(
      'input/docx-xml',
      `${name} 的文字编码不是它所说的 ${encoding}，或已损坏`,
      '原件可能没有下载完整；重新下载，或在 Word 中打开、另存为 .docx 后再导入',
    );
  }
}

const broken = (message: string): UnreadableInput =>
  new UnreadableInput(
    'input/docx-broken',
    message,
    '原件可能没有下载完整，或加了密码；重新下载，或在 Word 中去掉密码、另存为 .docx 后再导入',
  );

/** Archives that are no Word files, by an entry that they have. */
const otherArchives: readonly (readonly [entry: RegExp, code: `${string}/${string}`, what: string, hint: string])[] = [
  [/^OFD\.xml$/i, 'input/ofd', '这是 OFD 版式文件，尚不能读取', '用阅读器另存为 .docx、.pdf 或 .txt 后再导入'],
  [
    /^META-INF\/manifest\.xml$/,
    'input/odt',
    '这是开放文档格式的文件（.odt），尚不能读取',
    '用 LibreOffice、WPS 或 Word 打开，另存为 .docx 后再导入',
  ],
  [/^xl\/workbook\.(?:xml|bin)$/, 'input/xlsx', '这是电子表格（.xlsx）', '把其中的文字另存为 .docx 或 .txt 后再导入'],
  [/^ppt\/presentation\.xml$/, 'input/pptx', '这是演示文稿（.pptx）', '把其中的文字另存为 .docx 或 .txt 后再导入'],
];

/** The entries of an archive, unfolded when they are asked for and checked by their sums. */
class Archive {
  readonly #bytes: Uint8Array;
  readonly names: readonly string[];
  readonly #sums: ReturnType<typeof zipSums>;

  constructor(bytes: Uint8Array) {
    const names: string[] = [];
    this.#bytes = bytes;
    this.#unzipped(({ name }) => {
      names.push(name);
      if (names.length > mostEntries) throw tooLarge(`有 ${mostEntries} 个以上的文件`);
      return false;
    });
    this.names = names;
    this.#sums = zipSums(bytes);
  }

  /** The entries of these names that the archive has, as texts. Throws `UnreadableInput` where one is not whole. */
  parts(wanted: readonly string[]): Map<string, XmlPart> {
    const files = this.#unzipped(({ name, size, originalSize }) => {
      const isWanted = wanted.includes(name);
      if (isWanted && (originalSize > mostPartBytes || originalSize > mostRatio * Math.max(1024, size)))
        throw tooLarge(`${name} 有 ${originalSize} 字节`);
      return isWanted;
    });
    const found = new Map<string, XmlPart>();
    for (const [name, content] of Object.entries(files)) {
      const sum = this.#sums.get(name);
      if (sum?.crc !== crc32(content))
        throw broken(`压缩包里的 ${name} 与它的校验和（CRC-32）不符，文件已损坏或已加密`);
      found.set(name, { name, text: partText(name, content) });
    }
    return found;
  }

  #unzipped(
    filter: (entry: { readonly name: string; readonly size: number; readonly originalSize: number }) => boolean,
  ): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#bytes, { filter });
    } catch (error) {
      throw error instanceof UnreadableInput ? error : broken('压缩包损坏或已加密，无法打开');
    }
  }
}

const tooLarge = (what: string): UnreadableInput =>
  new UnreadableInput(
    'input/zip-bomb',
    `压缩包展开后过大：${what}`,
    '这不像一份 Word 文档；另存为 .docx 或 .txt 后再导入',
  );

/** Where a part's relations lead, by the end of their type; parts outside of the archive are none. */
function relations(part: XmlPart | undefined, folder: string): { kind: string; name: string }[] {
  const found: { kind: string; name: string }[] = [];
  for (const token of part === undefined ? [] : xmlTokens(part)) {
    if (token.kind !== 'open' || !/(?:^|\})Relationship$/.test(token.name)) continue;
    if (token.attribute('TargetMode') === 'External') continue;
    const kind = /[^/]*$/.exec(token.attribute('Type') ?? '')?.[0] ?? '';
    const target = token.attribute('Target') ?? '';
    found.push({ kind, name: partName(target, folder) });
  }
  return found;
}

/** The name of an entry that stands as a path, from a folder that ends in “/” or from the archive's root. */
function partName(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * Unpacks a Word file: the text is where the archive's relations say, otherwise where Word keeps it. Throws
 * `UnreadableInput` on other archives, on entries that do not agree with their check sums, and beyond the bounds.
 */
export function docxParts(bytes: Uint8Array): DocxParts {
  const archive = new Archive(bytes);
  const main = relations(archive.parts(['_rels/.rels']).get('_rels/.rels'), '').find(
    ({ kind, name }) => kind === 'officeDocument' && archive.names.includes(name),
  );
  const bodyName = main?.name ?? 'word/document.xml';
  const other = otherArchives.find(([entry]) => archive.names.some((name) => entry.test(name)));
  if (other && !archive.names.includes(bodyName)) throw new UnreadableInput(other[1], other[2], other[3]);
  const folder = bodyName.slice(0, bodyName.lastIndexOf('/') + 1);
  const relationsName = `${folder}_rels/${bodyName.slice(folder.length)}.rels`;
  const named = relations(archive.parts([relationsName]).get(relationsName), folder);
  const usual = partKinds.map((kind) => ({ kind, name: `${folder}${kind}.xml` }));
  const wanted = [...named, ...usual.filter(({ kind }) => !named.some((one) => one.kind === kind))];
  const kinds = partKinds.map((kind): [PartKind, string[]] => [
    kind,
    [...new Set(wanted.filter((one) => one.kind === kind).map(({ name }) => name))],
  ]);
  const files = archive.parts([bodyName, ...kinds.flatMap(([, names]) => names)]);
  const body = files.get(bodyName);
  if (!body) {
    throw new UnreadableInput(
      'input/not-docx',
      `压缩包里没有 Word 正文（${bodyName}）`,
      '确认文件类型；解压后导入其中的文件',
    );
  }
  return {
    body,
    others: new Map(kinds.map(([kind, names]) => [kind, names.flatMap((name) => files.get(name) ?? [])])),
  };
}
