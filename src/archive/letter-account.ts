/** Where the letters of an input went. Counts are of letters: no layout space, and restored punctuation counts as one. */
export interface Ledger {
  /** All letters of the input, counted by its reader before it made lines. */
  readonly input: number;
  readonly body: number;
  readonly title: number;
  /** Labels and values of the page's table and header. */
  readonly fields: number;
  /** Every piece that stands nowhere in the report. */
  readonly excluded: readonly { readonly line: number; readonly letters: number; readonly rule: string }[];
  /** Whether all letters are accounted for and the body's are the input's, one by one. */
  readonly balances: boolean;
}

/** What a report's text has of its capture, in letters. */
export interface LetterAccount {
  readonly ledger: Ledger;
  /** Letters of the text that are the capture's own, one by one; those of restored punctuation are not among them. */
  readonly same: number;
  /** Punctuation restored, by what stood there and what stands now, most frequent first. */
  readonly restored: readonly { readonly capture: string; readonly text: string; readonly count: number }[];
  /** Differences that the report's front matter owns to. */
  readonly departures: number;
}

/** What the texts of many reports have of their captures, in letters. */
export interface LetterTotals {
  /** Reports that have an account. */
  readonly reports: number;
  readonly characters: number;
  readonly same: number;
  readonly restored: number;
  readonly departures: number;
}

/** The accounts of many reports added up. */
export function letterTotals(accounts: Iterable<LetterAccount>): LetterTotals {
  const totals = { reports: 0, characters: 0, same: 0, restored: 0, departures: 0 };
  for (const { ledger, same, restored, departures } of accounts) {
    totals.reports++;
    totals.characters += ledger.body;
    totals.same += same;
    for (const { count } of restored) totals.restored += count;
    totals.departures += departures;
  }
  return totals;
}
