import type { NamedKey, ReadingTool } from './tools/tool.ts';

/** The list of keys is handed the tools that it names. */
async function loadedKeyList(): ReturnType<ReadingTool['load']> {
  const { openKeyList } = await import('./tools/key-list.ts');
  return { open: (panel) => openKeyList(panel, readingTools, quietKeys) };
}

/** The tools in the order of their buttons. Each is loaded when it is first asked for. */
export const readingTools: readonly ReadingTool[] = [
  {
    id: 'settings',
    name: 'settings',
    key: 's',
    where: 'everywhere',
    group: 'first',
    load: () => import('./tools/settings-panel.ts'),
  },
  {
    id: 'aloud',
    name: 'readAloud',
    key: 'r',
    where: 'report',
    group: 'first',
    inElder: true,
    load: () => import('./aloud/aloud.ts'),
  },
  {
    id: 'find',
    name: 'find',
    key: 'f',
    where: 'report',
    group: 'first',
    load: () => import('./tools/find-in-report.ts'),
  },
  {
    id: 'quotation',
    name: 'cite',
    key: 'c',
    where: 'report',
    group: 'keep',
    load: () => import('./tools/quotation.ts'),
  },
  {
    id: 'save',
    name: 'save',
    key: 'd',
    where: 'report',
    group: 'keep',
    load: () => import('./tools/save-report.ts'),
  },
  {
    id: 'share',
    name: 'share',
    key: 'h',
    where: 'report',
    group: 'keep',
    load: () => import('./tools/share-report.ts'),
  },
  {
    id: 'capture',
    name: 'original',
    key: 'o',
    where: 'report',
    group: 'source',
    load: () => import('./tools/capture-view.ts'),
  },
  {
    id: 'glossary',
    name: 'terms',
    key: 'g',
    where: 'report',
    group: 'source',
    load: () => import('./tools/glossary.ts'),
  },
  {
    id: 'traditional',
    name: 'traditional',
    key: 't',
    where: 'everywhere',
    group: 'source',
    load: () => import('./tools/traditional-panel.ts'),
  },
  { id: 'keys', name: 'keys', key: '?', where: 'everywhere', group: 'help', load: loadedKeyList },
];

/** What works without being asked, loaded with the first movement on a report's page. */
export const quietHelps: readonly (() => Promise<{ readonly begin: () => void }>)[] = [
  () => import('./contents-follower.ts'),
  () => import('./paragraph-anchors.ts'),
  () => import('./tools/quotation-passage.ts'),
  () => import('./margin-notes.ts'),
  () => import('./bar-place.ts'),
  () => import('./printed-notes.ts'),
];

/** Keys of what works without a tool of its own, beside a report's text. */
export const quietKeys: readonly NamedKey[] = [{ key: 'l', name: 'copyParagraphAddress' }];
