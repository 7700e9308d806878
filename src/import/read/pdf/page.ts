import { composed, matrixOf, type PdfMatrix, placed, unchanged } from './matrix.ts';
import { type PdfBox, type PdfStroke, shapeStrokes } from './shapes.ts';

/** Why a letter that a page's content sets is not seen on the page. */
export type HiddenBy = 'invisible' | 'white' | 'off-page';

/** One letter (or what one glyph stands for) as a page shows it; measures in points, `y` downwards from the top. */
export interface PdfGlyph {
  text: string;
  readonly x: number;
  /** Of the line that the letter stands on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** How far its line is turned, in degrees clockwise. */
  readonly angle: number;
  readonly font: string;
  /** Letters run downwards. */
  readonly isVertical: boolean;
  readonly hidden: HiddenBy | null;
  /** Which of the marked pieces of the page's own content it stands in, by order; null where in none. */
  readonly piece: number | null;
  /** Whether the font says which letter the glyph is. */
  readonly isNamed: boolean;
}

/** A page as it is drawn. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PdfGlyph[];
  readonly strokes: readonly PdfStroke[];
  /** How many marked pieces the page's own content has, and whether any is one of letters. */
  readonly pieces: number;
  readonly hasSpans: boolean;
  /** Strings of letters in a font that cannot be read: what they say is not known, nor how long they are. */
  readonly lost: number;
}

/** What the PDF library tells of a font. */
export interface PdfFont {
  readonly name: string;
  /** From units of the font to one letter size. */
  readonly unit: number;
  readonly isVertical: boolean;
  /** Whether the font's own table (or its encoding) names a code's letter. */
  readonly names: (code: number) => boolean;
}

/** The operators that matter here, by the PDF library's numbers. */
export type PdfOperators = Readonly<Record<string, number>>;

export interface PdfOperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface TextState {
  readonly matrix: PdfMatrix;
  readonly font: PdfFont | null;
  readonly size: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
  readonly fill: string;
  readonly alpha: number;
}

const initial: TextState = {
  matrix: unchanged,
  font: null,
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: '#000000',
  alpha: 1,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numbersOf = (value: unknown): number[] => {
  const list: readonly unknown[] = value instanceof Float32Array ? [...value] : listOf(value);
  return list.length === 1 && typeof list[0] === 'object'
    ? numbersOf(list[0])
    : list.filter((n) => typeof n === 'number');
};
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const isWhite = (colour: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);

/** Reads what a page draws: `fonts` by the library's names, `view` from the page's own points to the page as shown. */
export function pdfPage(
  list: PdfOperatorList,
  operators: PdfOperators,
  fonts: (name: string) => PdfFont | null,
  view: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
): PdfPage {
  const nameOf = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
  const glyphs: PdfGlyph[] = [];
  const strokes: PdfStroke[] = [];
  /** Filled shapes and their colours, in order. */
  const filled: { readonly box: PdfBox; readonly colour: string }[] = [];
  const base = matrixOf(view.transform) ?? unchanged;
  let state: TextState = { ...initial, matrix: base };
  const saved: TextState[] = [];
  let text = unchanged;
  let line = unchanged;
  let forms = 0;
  let pieces = 0;
  let hasSpans = false;
  let lost = 0;
  const open: (number | null)[] = [];

  const moved = (x: number, y: number): void => {
    line = composed(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const isCovered = (x: number, y: number): boolean => {
    const under = filled.findLast(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return under !== undefined && !isWhite(under.colour);
  };
  const hiddenBy = (x: number, y: number, width: number, size: number): HiddenBy | null => {
    if (state.mode === 3 || state.mode === 7 || state.alpha === 0) return 'invisible';
    if (x + width < 0 || x > view.width || y < 0 || y - size > view.height) return 'off-page';
    return isWhite(state.fill) && state.mode % 4 === 0 && !isCovered(x + width / 2, y - size * 0.4) ? 'white' : null;
  };
  const show = (shown: readonly unknown[]): void => {
    const { font, size } = state;
    if (!font) {
      lost++;
      return;
    }
    for (const item of shown) {
      if (typeof item === 'number') {
        const shift = (-item / 1000) * size;
        text = composed(text, font.isVertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * state.stretch, 0]);
        continue;
      }
      if (!isRecord(item)) continue;
      const letters = typeof item.unicode === 'string' ? item.unicode : '';
      const vertical = listOf(isRecord(item.vmetric) ? Object.values(item.vmetric) : item.vmetric);
      const units = font.isVertical ? numberOf(vertical[0], -1000) : numberOf(item.width, 0);
      const advance = units * font.unit * size;
      const drawn = composed(composed(state.matrix, text), [size * state.stretch, 0, 0, size, 0, state.rise]);
      const [x, y] = placed(drawn, 0, 0);
      const [endX, endY] = placed(
        drawn,
        font.isVertical ? 0 : units * font.unit,
        font.isVertical ? units * font.unit : 0,
      );
      const letterSize = Math.hypot(drawn[2], drawn[3]);
      const width = Math.hypot(endX - x, endY - y);
      if (letters !== '')
        glyphs.push({
          text: letters,
          x,
          y,
          width: font.isVertical ? letterSize : width,
          size: letterSize,
          angle: (Math.atan2(drawn[1], drawn[0]) * 180) / Math.PI,
          font: font.name,
          isVertical: font.isVertical,
          hidden: hiddenBy(x, y, width, letterSize),
          piece: open.findLast((piece) => piece !== null) ?? null,
          isNamed: font.names(numberOf(item.originalCharCode, -1)),
        });
      const spacing = state.letterSpace + (item.isSpace === true ? state.wordSpace : 0);
      text = composed(
        text,
        font.isVertical ? [1, 0, 0, 1, 0, advance - spacing] : [1, 0, 0, 1, (advance + spacing) * state.stretch, 0],
      );
    }
  };

  const act: Readonly<Record<string, (given: readonly unknown[]) => void>> = {
    save: () => saved.push(state),
    restore,
    transform: (given) => {
      const matrix = matrixOf(numbersOf(given));
      if (matrix) state = { ...state, matrix: composed(state.matrix, matrix) };
    },
    paintFormXObjectBegin: (given) => {
      saved.push(state);
      forms++;
      const matrix = matrixOf(numbersOf(given[0]));
      if (matrix) state = { ...state, matrix: composed(state.matrix, matrix) };
    },
    paintFormXObjectEnd: () => {
      forms--;
      restore();
    },
    setGState: (given) => {
      for (const pair of listOf(given[0])) {
        const [key, value] = listOf(pair);
        if (key === 'ca') state = { ...state, alpha: numberOf(value, 1) };
        const [font, size] = listOf(value);
        if (key === 'Font' && typeof font === 'string')
          state = { ...state, font: fonts(font), size: numberOf(size, state.size) };
      }
    },
    setFillRGBColor: (given) => {
      const [colour] = given;
      const [red = 0, green = 0, blue = 0] = numbersOf(given);
      const hex = (part: number): string => Math.round(part).toString(16).padStart(2, '0');
      state = { ...state, fill: typeof colour === 'string' ? colour : `#${hex(red)}${hex(green)}${hex(blue)}` };
    },
    setFillColorN: () => {
      state = { ...state, fill: 'pattern' };
    },
    beginText: () => {
      text = unchanged;
      line = unchanged;
    },
    setCharSpacing: ([space]) => {
      state = { ...state, letterSpace: numberOf(space, 0) };
    },
    setWordSpacing: ([space]) => {
      state = { ...state, wordSpace: numberOf(space, 0) };
    },
    setHScale: ([percent]) => {
      state = { ...state, stretch: numberOf(percent, 100) / 100 };
    },
    setLeading: ([leading]) => {
      state = { ...state, leading: -numberOf(leading, 0) };
    },
    setFont: ([name, size]) => {
      state = { ...state, font: typeof name === 'string' ? fonts(name) : null, size: numberOf(size, 0) };
    },
    setTextRenderingMode: ([mode]) => {
      state = { ...state, mode: numberOf(mode, 0) };
    },
    setTextRise: ([rise]) => {
      state = { ...state, rise: numberOf(rise, 0) };
    },
    moveText: ([x, y]) => moved(numberOf(x, 0), numberOf(y, 0)),
    setLeadingMoveText: ([x, y]) => {
      state = { ...state, leading: numberOf(y, 0) };
      moved(numberOf(x, 0), numberOf(y, 0));
    },
    nextLine: () => moved(0, state.leading),
    setTextMatrix: (given) => {
      line = matrixOf(numbersOf(given)) ?? line;
      text = line;
    },
    showText: ([shown]) => show(listOf(shown)),
    showSpacedText: ([shown]) => show(listOf(shown)),
    beginMarkedContent: () => open.push(null),
    beginMarkedContentProps: ([tag]) => {
      if (forms === 0) {
        open.push(pieces++);
        hasSpans ||= tag === 'Span';
      } else open.push(null);
    },
    endMarkedContent: () => open.pop(),
    constructPath: ([operator, path]) => {
      const way = nameOf.get(numberOf(operator, -1)) ?? '';
      const isFilled = /fill/i.test(way);
      if (!isFilled && !/stroke/i.test(way)) return;
      const shape = shapeStrokes(numbersOf(path), state.matrix, isFilled && !/stroke/i.test(way));
      strokes.push(...shape.strokes);
      if (isFilled && shape.box) filled.push({ box: shape.box, colour: state.fill });
    },
  };
  list.fnArray.forEach((number, at) => {
    act[nameOf.get(number) ?? '']?.(listOf(list.argsArray[at]));
  });
  return { width: view.width, height: view.height, glyphs, strokes, pieces, hasSpans, lost };
}
