/** What a tool puts into the panel; it may be opened again, each time with an empty panel. */
export interface OpenedTool {
  /** Called when the panel closes or another tool takes it. */
  readonly end?: () => void;
}

/** What tools are called: keys of messages. */
export type ToolName =
  | 'find'
  | 'cite'
  | 'original'
  | 'terms'
  | 'save'
  | 'share'
  | 'readAloud'
  | 'traditional'
  | 'settings'
  | 'keys';

/** Where a tool stands in the bar: among the first, which are always in sight, or in one of the groups of the rest. */
export type ToolGroup = 'first' | 'keep' | 'source' | 'help';

/** A tool of the reading bar. */
export interface ReadingTool {
  /** Stable name, for tests and for what is remembered. */
  readonly id: string;
  /** The message of the button and the panel's heading. */
  readonly name: ToolName;
  /** The key that opens it, pressed alone; shown in the list of keys. */
  readonly key: string;
  /** On every page, or only beside a report's text. */
  readonly where: 'everywhere' | 'report';
  readonly group: ToolGroup;
  /** Has a button in 长辈模式 too, where there are few; its key works there all the same. */
  readonly inElder?: true;
  readonly load: () => Promise<{ readonly open: (panel: HTMLElement) => OpenedTool | Promise<OpenedTool> }>;
}

/** A key pressed alone, and what it does. */
export interface NamedKey {
  readonly key: string;
  readonly name: 'copyParagraphAddress' | 'keyNextFound' | 'keyPreviousFound' | 'keySearch';
}
