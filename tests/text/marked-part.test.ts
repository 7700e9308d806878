import { expect, test } from 'vitest';
import { markedPart, withMarkedPart } from '../../src/text/marked-part.ts';

test('only what stands between the marks of the name is replaced', () => {
  const paper = `前\n\n${markedPart('a-1', '旧')}\n\n${markedPart('a-10', '他')}\n`;
  expect(withMarkedPart(paper, 'a-1', '$& 新\n')).toBe(
    `前\n\n${markedPart('a-1', '$& 新')}\n\n${markedPart('a-10', '他')}\n`,
  );
});

test('a paper without both marks, once each and in order, is not written to', () => {
  for (const paper of ['无', '<!-- a -->', '<!-- /a --><!-- a -->', markedPart('a', '一') + markedPart('a', '二')])
    expect(withMarkedPart(paper, 'a', '新')).toBeNull();
});
