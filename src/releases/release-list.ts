import { type IssuerKind, issuerKinds } from '../archive/issuer.ts';
import { type Level, levels } from '../archive/region.ts';
import { parsedReportId, type ReportId } from '../archive/report-id.ts';
import { compareText } from '../text/order.ts';

/** A text that a release holds: no word of it, only what tells it from all others and what samples are drawn by. */
export interface ReleasedText {
  readonly id: ReportId;
  /** Number of the text: 1 for the first, the highest is in force. */
  readonly version: number;
  readonly level: Level;
  readonly issuerKind: IssuerKind;
  /** SHA-256 of its file, in hexadecimal. */
  readonly sha256: string;
}

const head = 'id,version,level,issuer_kind,sha256';

const inOrder = (one: ReleasedText, other: ReleasedText): number =>
  compareText(one.id, other.id) || one.version - other.version;

/** The list of a release, `reports.csv`: a line a text, by id and version. The same texts give the same bytes. */
export function releaseListText(texts: readonly ReleasedText[]): string {
  const lines = [...texts]
    .sort(inOrder)
    .map(({ id, version, level, issuerKind, sha256 }) => [id, version, level, issuerKind, sha256].join(','));
  return `${[head, ...lines].join('\n')}\n`;
}

const levelNamed = (name: string): Level | undefined => levels.find((level) => level === name);
const kindNamed = (name: string): IssuerKind | undefined => issuerKinds.find((kind) => kind === name);

/** So many hexadecimal digits of a SHA-256 a list has: all in a release, the first in the list of what is held now. */
type SumDigits = 64 | 16;

/** What the list of a release says; throws with the line that is none, and what stood there. */
export function releasedTexts(list: string, digits: SumDigits = 64): ReleasedText[] {
  const isSum = new RegExp(`^[0-9a-f]{${digits}}$`);
  const [first = '', ...lines] = list.replace(/\n$/, '').split('\n');
  if (first !== head) throw new Error(`第 1 行为“${first}”，应为“${head}”`);
  return lines.map((line, at) => {
    const [id = '', version = '', level = '', kind = '', sha256 = '', ...more] = line.split(',');
    const [atLevel, ofKind] = [levelNamed(level), kindNamed(kind)];
    const isSound = parsedReportId(id) && /^[1-9]\d*$/.test(version) && isSum.test(sha256) && more.length === 0;
    if (!isSound || !atLevel || !ofKind) throw new Error(`第 ${at + 2} 行为“${line}”，应为 ${head} 五项`);
    return { id, version: Number(version), level: atLevel, issuerKind: ofKind, sha256 };
  });
}

/** Of each report the text in force, in the order of the list. */
export function textsInForce(texts: readonly ReleasedText[]): ReleasedText[] {
  const last = new Map<ReportId, ReleasedText>();
  for (const text of texts) if ((last.get(text.id)?.version ?? 0) < text.version) last.set(text.id, text);
  return [...last.values()];
}
