/**
 * How a value came to be known: from the report's `title`, its `text`, its `signature`, the `page` around it
 * (table, header, meta tags), the `path` (address or file name), `inferred` by a rule that has a name (shown to
 * readers as 推定), or said by a `curator` (wins over all and survives re-import).
 */
export const bases = ['title', 'text', 'signature', 'page', 'path', 'inferred', 'curator'] as const;
export type Basis = (typeof bases)[number];
