/** Kinds of report by who speaks in it. */
export const issuerKinds = ['government', 'party-and-government', 'party', 'department', 'township'] as const;
export type IssuerKind = (typeof issuerKinds)[number];

/** Kinds of a single issuing body. */
export const bodyKinds = ['government', 'party', 'department', 'township'] as const;
export type BodyKind = (typeof bodyKinds)[number];
