/** What a leaf's places have after its path: anything, units of a range, the end of the paragraph. */
export const leafKinds = { plain: 0, merged: 1, end: 2 } as const;
export type LeafKind = (typeof leafKinds)[keyof typeof leafKinds];
