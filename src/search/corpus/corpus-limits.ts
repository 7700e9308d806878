/** Where the work of one answer ends. */
export const corpusLimits = {
  /** Places of a query that are read, where all texts are asked for. */
  occurrences: 20_000,
  /** Texts that a list of frequent strings rests on. */
  wordTexts: 300,
  /** Texts that are kept until an answer is given; where more are read, strings are counted by the index. */
  heldTexts: 300,
  neighbours: 30,
  /** Strings that are counted by the index in all reports, after a sample named them. */
  exactNeighbours: 20,
  /** Bytes of lists that are read for each text of the sample, to count in all places as many strings as it has texts. */
  listBytesOfText: 7_000,
  /** Collocates that are listed; files hold all that were worked out. */
  collocates: 50,
  words: 60,
} as const;
