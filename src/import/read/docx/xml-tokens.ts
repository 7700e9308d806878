import { SaxesParser } from 'saxes';
import { UnreadableInput } from '../../lines/reading.ts';

/** One XML part of a package: its name, as it is told to curators, and its text. */
export interface XmlPart {
  readonly name: string;
  readonly text: string;
}

/**
 * One piece of an XML text: a tag that opens, one that closes (also after a tag that stands alone), or text with
 * references opened and CDATA sections unwrapped. Names bear the usual prefix of their namespace, whatever prefix the
 * file itself gives it: `w:p`; those of other namespaces are `{namespace}name`.
 */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attribute: (name: string) => string | null }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The namespaces of Word files that hold text, of both editions of the standard, by the prefix that Word gives them. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/** Names as they are given, by namespace and local name: a file has few, each thousands of times. */
class UsualNames {
  readonly #known = new Map<string, Map<string, string>>();

  name(uri: string, local: string): string {
    if (uri === '') return local;
    let ofSpace = this.#known.get(uri);
    if (ofSpace === undefined) {
      ofSpace = new Map();
      this.#known.set(uri, ofSpace);
    }
    let name = ofSpace.get(local);
    if (name === undefined) {
      const prefix = usualPrefixes.get(uri);
      name = prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
      ofSpace.set(local, name);
    }
    return name;
  }
}

/** Characters that are parsed at a time, so that the pieces of a large text never stand in memory together. */
const chunk = 65_536;
/** No Word file nests deeper; the parser looks for a prefix in all elements around. */
const mostDepth = 1000;
/** Elements of a part; a report of a hundred pages has a tenth of them. */
const mostElements = 300_000;
/** Characters of the text that a refusal quotes. */
const quoted = 40;

const resave = '原件可能没有下载完整；重新下载，或在 Word 中打开、另存为 .docx 后再导入';

/**
 * Reads XML piece by piece, without a tree. Throws `UnreadableInput`, with the part's name and the place, where it
 * breaks off, is not well-formed, nests beyond all measure or holds a DTD; what was read before must then not be used.
 */
export function* xmlTokens({ name, text }: XmlPart): Generator<XmlToken> {
  const parser = new SaxesParser({ xmlns: true });
  const names = new UsualNames();
  let tokens: XmlToken[] = [];
  let isAtEnd = false;
  const place = (): string => `${name} 第 ${parser.line} 行第 ${parser.columnIndex + 1} 字`;
  const before = (): string => text.slice(Math.max(0, parser.position - quoted), parser.position).replace(/\s+/g, ' ');
  const refuse = (code: `${string}/${string}`, what: string): never => {
    throw new UnreadableInput(code, `${place()}${what}`, resave);
  };
  parser.on('error', () =>
    refuse(
      'input/docx-xml',
      isAtEnd
        ? '到了末尾而内容不全：没有写完，或前面有没有闭合的标签、裸露的 &'
        : `处不合 XML 语法，其前是：${before()}`,
    ),
  );
  parser.on('doctype', () => refuse('input/docx-dtd', '处有 DTD 声明，Word 文件里不应有'));
  parser.on('opentag', ({ uri, local, attributes }) => {
    tokens.push({
      kind: 'open',
      name: names.name(uri, local),
      attribute: (wanted) => {
        for (const key in attributes) {
          const attribute = attributes[key];
          if (attribute && names.name(attribute.uri, attribute.local) === wanted) return attribute.value;
        }
        return null;
      },
    });
  });
  let depth = 0;
  let elements = 0;
  parser.on('opentagstart', () => {
    if (++elements > mostElements) refuse('input/too-large', `处已有 ${mostElements} 个元素`);
    if (++depth > mostDepth) refuse('input/too-deep', `处的元素嵌套超过 ${mostDepth} 层`);
  });
  parser.on('closetag', ({ uri, local }) => {
    depth--;
    tokens.push({ kind: 'close', name: names.name(uri, local) });
  });
  const textToken = (piece: string): void => {
    tokens.push({ kind: 'text', text: piece });
  };
  parser.on('text', textToken);
  parser.on('cdata', textToken);
  for (let at = 0; at < text.length; at += chunk) {
    parser.write(text.slice(at, at + chunk));
    yield* tokens;
    tokens = [];
  }
  isAtEnd = true;
  parser.close();
  yield* tokens;
}
