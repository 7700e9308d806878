/** Blocks in one file. */
export const blocksPerPack = 64;

/** Blocks on one page of the directory; a multiple of those in a file. */
export const blocksPerPage = 64;

/** Texts in one file. */
export const textsPerPack = 64;

/** Places of a leaf that are written one by one; of more, how many stand in each report. */
export const mostEach = 256;
