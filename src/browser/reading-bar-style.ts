/** How the bar and its panel look; a page without them does not carry their style. */
export const readingBarStyle = `
.reading { position: fixed; inset: auto 0 0; z-index: 1; display: flex; flex-direction: column; max-height: 70vh; }
body:has(.reading) { padding-bottom: 3.4rem; }
.tool-bar { display: flex; gap: .4rem; overflow-x: auto; padding: .4rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); font-size: .875rem; }
.tool-bar [aria-expanded="true"] { background: var(--mark); }
.tool-panel { overflow: auto; padding: .4rem 1.25rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); display: grid; grid-template-columns: 1fr auto; align-items: start; }
.tool-panel[hidden] { display: none; }
.tool-panel h2 { margin: .4rem 0; font-size: 1.1rem; }
.tool-body { grid-column: 1 / -1; }
.tool-row { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; margin: .5rem 0; }
.tool-list { list-style: none; margin: 0; padding: 0; }
.quoted { margin: .5rem 0; padding: 0 0 0 .8rem; border-left: 3px solid var(--line); max-height: 30vh; overflow: auto; white-space: pre-line; overflow-wrap: anywhere; }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
.keys dd { margin: 0; }
@media (min-width: 62rem) { .reading { left: auto; width: 26rem; border-left: 1px solid var(--line); } .tool-bar { flex-wrap: wrap; } }
@media print { .reading { display: none; } }`;
