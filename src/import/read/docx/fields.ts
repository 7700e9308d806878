/** A field whose end has not been read: Word keeps its code, then what it shows. */
interface Field {
  code: string;
  isResult: boolean;
  /** Whether the box that it draws is ticked. */
  isTicked: boolean;
}

/** What a field shows that keeps no text of its own; null where that could not be made out. */
interface DrawnField {
  readonly text: string | null;
  /** Letters in its code that stand above its text: how it is pronounced. */
  readonly ruby: string;
  readonly code: string;
}

/** Fields that draw or count without keeping a result. */
const drawing = /^\s*(EQ|SYMBOL|AUTONUM(?:LGL|OUT)?|LISTNUM|MACROBUTTON|FORMCHECKBOX)\b/i;
/** A figure in a ring, and letters above others, as older editions of Word write them. */
const ringed = /^\s*EQ\s*\\o\s*\\ac\s*\(\s*[○◯〇Ｏ]\s*[,，;；]\s*(\d{1,2})\s*\)\s*$/i;
const pronounced = /\\o\s*\\a[dlc]?\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]*)\)\s*[,，;；]\s*([^()]+)\)\s*$/i;
const mostInRing = 20;
const ring = 0x245f;

function drawn({ code, isTicked }: Field): DrawnField | null {
  const kind = drawing.exec(code)?.[1]?.toUpperCase();
  if (kind === undefined) return null;
  if (kind === 'FORMCHECKBOX') return { text: isTicked ? '☒' : '☐', ruby: '', code };
  const inRing = Number(ringed.exec(code)?.[1] ?? 0);
  if (inRing > 0 && inRing <= mostInRing) return { text: String.fromCodePoint(ring + inRing), ruby: '', code };
  const [, ruby = '', base] = (kind === 'EQ' ? pronounced.exec(code) : null) ?? [];
  return { text: base?.trim() ?? null, ruby, code };
}

/** The fields of a text, as they open and end around what is being read. */
export class DocxFields {
  readonly #open: Field[] = [];

  begin(): void {
    this.#open.push({ code: '', isResult: false, isTicked: false });
  }

  /** The code is at its end; what follows is shown. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.isResult = true;
  }

  /** Ends the innermost field; what it draws, where it keeps no text of its own. */
  end(): DrawnField | null {
    const field = this.#open.pop();
    return field && !field.isResult && !this.isInCode ? drawn(field) : null;
  }

  /** Takes a piece of the innermost field's code. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult) field.code += text;
  }

  tick(isTicked: boolean): void {
    const field = this.#open.at(-1);
    if (field) field.isTicked = isTicked;
  }

  /** Whether what is read now is code, of any field around. */
  get isInCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** The code of a field that never ends; null where all do. */
  get unended(): string | null {
    return this.#open[0]?.code ?? null;
  }
}
