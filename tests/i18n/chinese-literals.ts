import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text in Chinese that a program may show; `\0` stands for what a template puts in. */
export interface ChineseLiteral {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const isChinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;

/** All string and template literals with Chinese characters in a TypeScript file, in order; no patterns, no comments. */
export function chineseLiterals(file: string): ChineseLiteral[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ChineseLiteral[] = [];
  const add = (node: ts.Node, text: string): void => {
    if (isChinese.test(text))
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    if (ts.isTemplateExpression(node))
      add(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('\0'));
    if (ts.isPropertyAssignment(node) && isChinese.test(node.name.getText())) visit(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
