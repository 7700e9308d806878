import { escapedXml } from '../../text/xml.ts';

/** A piece of a page. Only `html` and `rendered` make one: whatever else is put into a page is text. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: text, numbers, other pieces, lists of these; null and false stand for nothing. */
export type Piece = Html | string | number | null | false | readonly Piece[];

function sourceOf(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.source;
  if (typeof piece === 'string') return escapedXml(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(sourceOf).join('');
}

/** A template of a page: what stands in it as text can never become markup, in elements and in attributes in double quotes. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(template.map((part, at) => part + sourceOf(pieces[at] ?? null)).join(''));
}

/** HTML that the archive's own renderer made of a report's text (`renderedReport`), as it stands. */
export function rendered({ html: source }: { readonly html: string }): Html {
  return new Html(source);
}
