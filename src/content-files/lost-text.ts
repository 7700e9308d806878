import { CST, Lexer } from 'yaml';

/** A line with text that would be lost or published by mistake. */
interface LostLine {
  readonly line: number;
  readonly text: string;
}

/** Comments of a YAML text: no reader keeps them. Lines count from `firstLine`. */
export function yamlComments(yaml: string, firstLine: number): LostLine[] {
  if (!yaml.includes('#')) return [];
  const found: LostLine[] = [];
  let line = firstLine;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (CST.tokenType(lexeme) === 'comment') found.push({ line, text: lexeme });
    line += lexeme.split('\n').length - 1;
  }
  return found;
}

/** Lines that Git leaves where two changes met. Lines count from 1. */
export function conflictMarkers(text: string): LostLine[] {
  if (!/^(?:<{7}|={7}|>{7}|\|{7})/m.test(text)) return [];
  return text
    .split('\n')
    .flatMap((line, at) => (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line) ? [{ line: at + 1, text: line.trimEnd() }] : []));
}
