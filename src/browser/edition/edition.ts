// The program of an edition, one classic script: `build/edition/edition-program.ts` bundles it with what stands in for
// modules that browsers refuse to pages from a folder.
import './script-files.ts';
import { madeElement } from '../page/made-element.ts';
import { drawPage } from './drawn-page.ts';
import { facts, folder, shownPath, sitePath } from './edition-place.ts';
import { followEditionLinks } from './followed-links.ts';
import { said } from './words.ts';

declare global {
  /** What the edition's `page.js` waits for: modules that pages of the site load at their addresses. */
  var archiveModulesReady: (modules: {
    readonly reading: () => Promise<{ key(event?: Event): Promise<void> }>;
    readonly occurrences: () => Promise<unknown>;
  }) => void;
}

/** The programs of single pages, by the element that each is for. */
const pagePrograms: Readonly<Record<string, () => Promise<unknown>>> = {
  'phrase-search': () => import('../search/phrase-search.ts'),
  'compare-reports': () => import('../compare/compare-reports.ts'),
  'cite-report': () => import('../cite/cite-report.ts'),
  'citable-sample': () => import('../sample/citable-sample.ts'),
  'region-finder': () => import('../regions/region-finder.ts'),
  'reading-settings': () => import('../reading/settings/page.ts'),
  'term-filter': () => import('../glossary/term-filter.ts'),
};

const isDrawn = shownPath() !== sitePath(location.href)?.replace(/index\.html$/, '');
if (isDrawn) await drawPage();
followEditionLinks();
for (const element of document.querySelectorAll<HTMLElement>('[data-base]'))
  element.dataset.base = new URL(folder).pathname;

const { scope, reports, day } = facts;
const note = madeElement('p', {}, said('editionNote', { scope, reports: String(reports), day }));
note.setAttribute('role', 'note');
document.querySelector('header')?.before(note);

globalThis.archiveModulesReady({
  reading: () => import('../reading-room.ts'),
  occurrences: () => import('../reading/occurrence-steps.ts'),
});
for (const [name, load] of Object.entries(pagePrograms)) if (document.querySelector(name)) await load();
