/** A mark that stands raised in a text, by where it begins. */
export interface RaisedMark {
  readonly offset: number;
  readonly text: string;
  readonly page: number;
}

/** A paragraph as it was joined; `isNote`: it stands at the foot of a page, or behind the text. */
export interface MarkedParagraph {
  readonly page: number;
  readonly text: string;
  readonly raised: readonly RaisedMark[];
  readonly isNote: boolean;
}

/** What becomes of a paragraph: its text without marks, which point to notes; `label` where it is a note itself. */
export interface SettledParagraph {
  readonly text: string;
  readonly references: readonly { readonly offset: number; readonly label: string }[];
  readonly label: string | null;
  /** Marks that were taken from the text. */
  readonly marks: readonly string[];
}

/** A note begins so. */
export const noteMark =
  /^(?:[①-⑳⑴-⒇*＊※†]|[[〔【]\s*\d{1,2}\s*[\]〕】]|\d{1,2}(?![\d年月日.．、%％亿万个])|[ivx]{1,5}(?=[\s\p{Script=Han}])|注\d{0,2}[:：释])/u;

const sign = (mark: string): string => mark.replace(/[\s[\]〔〕【】()（）注:：释]/g, '');

/** The mark at a note's head; null where it has none. */
function ownMark({ text, raised }: MarkedParagraph): string | null {
  const first = raised.find(({ offset }) => offset === 0);
  return first?.text ?? noteMark.exec(text)?.[0] ?? null;
}

/** Raised marks of some texts, by their signs. */
const marksBySign = (texts: readonly MarkedParagraph[]): Map<string, RaisedMark[]> =>
  Map.groupBy(
    texts.flatMap(({ raised }) => raised),
    ({ text }) => sign(text),
  );

/** The one of some raised marks that points to a note: on its page, else the only one in the whole text. */
function pointing(note: MarkedParagraph, all: readonly RaisedMark[]): RaisedMark | null {
  const near = all.filter(({ page }) => page === note.page);
  const found = near.length > 0 ? near : all;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A text without the marks at some offsets, and where it was that they stood. */
function withoutMarks(
  text: string,
  marks: readonly { readonly raised: RaisedMark; readonly label: string }[],
): Pick<SettledParagraph, 'text' | 'references' | 'marks'> {
  const references: { offset: number; label: string }[] = [];
  let plain = '';
  let from = 0;
  for (const { raised, label } of [...marks].sort((a, b) => a.raised.offset - b.raised.offset)) {
    plain += text.slice(from, raised.offset);
    references.push({ offset: plain.length, label });
    from = raised.offset + raised.text.length;
  }
  return { text: plain + text.slice(from), references, marks: marks.map(({ raised }) => raised.text) };
}

/**
 * Pairs the notes of a file with the raised marks that point to them. Only a note whose mark stands raised once, on its
 * page or in all, is settled; null for paragraphs of which nothing changes. Labels count from 1 in order.
 */
export function settledNotes(paragraphs: readonly MarkedParagraph[]): (SettledParagraph | null)[] {
  const marks = marksBySign(paragraphs.filter(({ isNote }) => !isNote));
  const labels = new Map<MarkedParagraph, string>();
  const taken = new Map<RaisedMark, string>();
  for (const note of paragraphs) {
    const mark = note.isNote ? ownMark(note) : null;
    const found = mark === null || sign(mark) === '' ? null : pointing(note, marks.get(sign(mark)) ?? []);
    if (!found || taken.has(found)) continue;
    const label = String(labels.size + 1);
    labels.set(note, label);
    taken.set(found, label);
  }
  return paragraphs.map((paragraph) => {
    const label = labels.get(paragraph);
    if (label !== undefined) {
      const mark = ownMark(paragraph) ?? '';
      return { text: paragraph.text.slice(mark.length).trimStart(), references: [], label, marks: [mark] };
    }
    const own = paragraph.raised.flatMap((raised) => {
      const to = taken.get(raised);
      return to === undefined ? [] : [{ raised, label: to }];
    });
    return own.length === 0 ? null : { ...withoutMarks(paragraph.text, own), label: null };
  });
}
