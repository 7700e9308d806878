import type { ArchiveIndex } from '../archive/archive-index.ts';
import { stateCode } from '../archive/region-code.ts';

/** Texts of one province: the years of which there is a file. */
export interface TextsOfProvince {
  readonly code: string;
  /** Empty for the State. */
  readonly name: string;
  readonly years: readonly number[];
}

/** Which files of whole texts there are, by province, the State's own first. */
export function textsByProvince({ tree, yearsOfProvince }: ArchiveIndex): TextsOfProvince[] {
  const codes = [stateCode, ...tree.children(stateCode).map(({ code }) => code)];
  return codes
    .map((code) => ({
      code,
      name: code === stateCode ? '' : (tree.region(code)?.name ?? code),
      years: yearsOfProvince(code),
    }))
    .filter(({ years }) => years.length > 0);
}
