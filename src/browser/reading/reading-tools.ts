/** What a tool puts into the panel; it may be opened again, each time with an empty panel. */
export interface OpenedTool {
  /** Called when the panel closes or another tool takes it. */
  readonly end?: () => void;
}

/** A tool of the reading bar. */
export interface ReadingTool {
  /** Stable name, for tests and for what is remembered. */
  readonly id: string;
  /** The button's words and the panel's heading. */
  readonly name: string;
  /** The key that opens it, pressed alone; shown in the list of keys. */
  readonly key: string;
  /** On every page, or only beside a report's text. */
  readonly where: 'everywhere' | 'report';
  /** Has a button in 长辈模式 too, where there are few; its key works there all the same. */
  readonly inElder?: true;
  readonly load: () => Promise<{ readonly open: (panel: HTMLElement) => OpenedTool | Promise<OpenedTool> }>;
}

/** The tools in the order of their buttons. Each is loaded when it is first asked for. */
export const readingTools: readonly ReadingTool[] = [
  { id: 'find', name: '查找', key: 'f', where: 'report', load: () => import('./find-in-report.ts') },
  { id: 'quotation', name: '引用', key: 'c', where: 'report', load: () => import('./quotation.ts') },
  { id: 'capture', name: '原件', key: 'o', where: 'report', load: () => import('./capture-view.ts') },
  { id: 'glossary', name: '术语', key: 'g', where: 'report', load: () => import('./glossary.ts') },
  { id: 'save', name: '保存', key: 'd', where: 'report', load: () => import('./save-report.ts') },
  { id: 'share', name: '分享', key: 'h', where: 'report', load: () => import('./share-report.ts') },
  { id: 'aloud', name: '朗读', key: 'r', where: 'report', inElder: true, load: () => import('./reading-aloud.ts') },
  { id: 'traditional', name: '繁体', key: 't', where: 'everywhere', load: () => import('./traditional-panel.ts') },
  { id: 'settings', name: '设置', key: 's', where: 'everywhere', load: () => import('./reading-settings-panel.ts') },
  { id: 'keys', name: '按键', key: '?', where: 'everywhere', load: () => import('./key-list.ts') },
];

/** What works without being asked, loaded with the first movement on a report's page. */
export const quietHelps: readonly (() => Promise<{ readonly begin: () => void }>)[] = [
  () => import('./contents-follower.ts'),
  () => import('./paragraph-anchors.ts'),
  () => import('./quotation-passage.ts'),
  () => import('./margin-notes.ts'),
  () => import('./reading-bar-place.ts'),
];

/** Keys of what works without a tool of its own, beside a report's text. */
export const quietKeys: readonly { readonly key: string; readonly name: string }[] = [
  { key: 'l', name: '复制当前一段的网址' },
];
