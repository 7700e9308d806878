import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterCount } from '../../src/text/character-count.ts';
import { runs } from '../runs.ts';

test('counts what a string gives one by one, halves of pairs included', () => {
  const units = fc.array(fc.constantFrom('法', 'a', '𠮷', '\ud842', '\udfb7', '\n'));
  fc.assert(
    fc.property(units, (parts) => {
      const text = parts.join('');
      expect(characterCount(text)).toBe([...text].length);
    }),
    { numRuns: runs(200) },
  );
});
