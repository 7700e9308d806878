import type { Saying } from '../../../i18n/saying.ts';
import type { CorpusQuestion, CorpusTable } from '../../../search/corpus/corpus-question.ts';
import type { CorpusContext } from './corpus-context.ts';
import type { ColumnKey } from './tool-table.ts';

/** A table as it is saved: its columns' heads by key, and its rows. */
export interface SavedTable {
  readonly heads: readonly ColumnKey[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a tool makes of its table. */
export interface ShownTable {
  /** On how much it rests, and where it was cut: whole sentences. */
  readonly sentences: readonly Text[];
  readonly table: HTMLElement | null;
  readonly saved: SavedTable | null;
  /** How it was worked out, for a paper. */
  readonly methods: readonly Saying[];
}

/** What a tool's question is made of, known before anything is counted. */
export type AskedTool = Pick<CorpusContext, 'query' | 'filters' | 'state'>;

/** A tool: what it asks, what it lets readers choose, and how it shows the answer. */
export interface ToolView {
  readonly question: (asked: AskedTool) => CorpusQuestion;
  readonly controls: (context: CorpusContext) => readonly HTMLElement[];
  /** Null for an answer to another tool's question. */
  readonly show: (table: CorpusTable, context: CorpusContext) => ShownTable | null;
}
