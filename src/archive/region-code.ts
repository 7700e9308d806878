import type { Level } from './region.ts';

/** The code of the State, which stands above all provinces. */
export const stateCode = '000000';

/** The code of the province that a region belongs to, by the digits alone; of the State and its departments `000000`. */
export function provinceOfCode(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

/**
 * What a code of GB/T 2260 says by its digits: `140000` a province, `140400` a prefecture, `140404` a county;
 * `000000` is the State. Null for the archive's own codes (`370304x01`), whose level stands in the register.
 */
export function levelOfCode(code: string): Level | null {
  if (code.length !== 6) return null;
  if (code === stateCode) return 'national';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/**
 * The code of the unit above, by the digits alone: a county's prefecture where that is a unit at all, else its
 * province (120102, 469001, 500229 stand under no prefecture); an own code's first six digits; null for a province.
 */
export function parentOfCode(code: string, isUnit: (code: string) => boolean): string | null {
  if (code.length !== 6) return code.slice(0, 6);
  const level = levelOfCode(code);
  if (level === 'county') {
    const prefecture = `${code.slice(0, 4)}00`;
    if (isUnit(prefecture)) return prefecture;
  }
  return level === 'county' || level === 'prefecture' ? provinceOfCode(code) : null;
}
