/**
 * The names of provinces by code that a page bears as JSON (`{"140000":"山西省"}`). What is missing or damaged gives no
 * names: codes stand in their place.
 */
export function provinceNames(json: string | undefined): ReadonlyMap<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(json ?? '');
  } catch {
    return new Map();
  }
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([code, name]: [string, unknown]) =>
      typeof name === 'string' ? [[code, name] as const] : [],
    ),
  );
}
