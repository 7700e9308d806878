/** A figure as a report's file of figures gives it, as far as lists of figures beside words need it. */
export interface SentenceFigure {
  /** Null where it is not to be taken as it stands. */
  readonly value: number | null;
  readonly to: number | null;
  readonly unit: string | null;
  readonly mark: string | null;
  /** As it stands, with its mark and unit. */
  readonly written: string;
  readonly counted: string | null;
  readonly period: string | null;
  readonly planned: boolean;
  readonly state: string;
  readonly sentence: string;
  readonly anchor: string;
}

/** A place of a query: the paragraph, null for the title, and what stands there. */
export interface SentencePlace {
  readonly anchor: string | null;
  readonly nth: number;
  readonly phrase: string;
}

/** A figure and the first place of the query in its sentence. */
export interface FigureBeside<Place> {
  readonly figure: SentenceFigure;
  readonly line: Place;
}

const blank = /\s+/gu;
const stops = /[。！？!?；;，,]/u;

/** Whether a place may stand in a sentence: what stands there, or, where it goes on past the sentence, a piece of it. */
function holds(sentence: string, phrase: string): boolean {
  const said = phrase.replace(blank, '');
  if (sentence.includes(said)) return true;
  return said.split(stops).some((piece) => piece.length > 1 && piece !== said && sentence.includes(piece));
}

/** The figures of a report in whose sentence a query stands, in the order of the text, each once. */
export function figuresBeside<Place extends SentencePlace>(
  figures: readonly SentenceFigure[],
  lines: readonly Place[],
): FigureBeside<Place>[] {
  const byAnchor = Map.groupBy(lines, ({ anchor }) => anchor);
  let last = { sentence: '', close: '' };
  return figures.flatMap((figure) => {
    const there = byAnchor.get(figure.anchor);
    if (!there) return [];
    if (last.sentence !== figure.sentence)
      last = { sentence: figure.sentence, close: figure.sentence.replace(blank, '') };
    const line = there.find(({ phrase }) => holds(last.close, phrase));
    return line ? [{ figure, line }] : [];
  });
}
