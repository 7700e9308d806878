import type { Issue } from '../../../archive/issue.ts';
import type { Reading } from '../../lines/reading.ts';
import { RuleTally } from '../../lines/rule-tally.ts';
import { besideText } from './beside.ts';
import { docxLines } from './lines.ts';
import { docxNumbering } from './numbering.ts';
import { docxParts } from './parts.ts';
import { docxStyles } from './styles.ts';

/**
 * Reads a Word file (.docx, .docm): paragraphs, tables, notes; numbers that Word counts itself are written out. Throws
 * `UnreadableInput` where the archive or one of its parts is broken: nothing is read by halves.
 */
export function readDocx(bytes: Uint8Array): Reading {
  const { body, others } = docxParts(bytes);
  const issues: Issue[] = [];
  const tally = new RuleTally();
  const styles = docxStyles(others.get('styles')?.[0] ?? null);
  const numbering = docxNumbering(others.get('numbering')?.[0] ?? null, styles);
  const notes = [...(others.get('footnotes') ?? []), ...(others.get('endnotes') ?? [])];
  const read = docxLines({ body, notes }, { numbering, styles }, { issues, tally });
  const beside = besideText({
    headers: others.get('header') ?? [],
    footers: others.get('footer') ?? [],
    comments: others.get('comments') ?? [],
    lastLine: read.lines.length,
  });
  issues.push(...beside.issues);
  return {
    format: 'docx',
    letters: read.letters + beside.letters,
    lines: read.lines,
    left: [...read.left, ...beside.left],
    meta: [],
    issues,
    tally,
  };
}
