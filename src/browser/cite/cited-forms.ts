import { bibtex } from '../../citation/bibtex.ts';
import type { Citation } from '../../citation/citation.ts';
import { cslJson } from '../../citation/csl.ts';
import { gbt7714 } from '../../citation/gbt7714.ts';
import { ris } from '../../citation/ris.ts';

/** One way to write a citation, and the file it is kept in; GB/T 7714 is only copied. */
export interface CitedForm {
  readonly name: string;
  readonly written: (citation: Citation) => string;
  readonly file: { readonly extension: string; readonly type: string } | null;
}

/** Every way in which the archive writes a citation, in the order shown. */
export const citedForms: readonly CitedForm[] = [
  { name: 'GB/T 7714—2015', written: gbt7714, file: null },
  { name: 'BibTeX', written: bibtex, file: { extension: 'bib', type: 'application/x-bibtex' } },
  { name: 'RIS', written: ris, file: { extension: 'ris', type: 'application/x-research-info-systems' } },
  { name: 'CSL-JSON', written: cslJson, file: { extension: 'json', type: 'application/json' } },
];
