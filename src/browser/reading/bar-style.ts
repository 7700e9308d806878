/**
 * How the bar and its panel look; a page without them does not carry their style. In windows too low to spare the room
 * (a phone on its side, 400 % zoom) they stand at the page's end instead of over its text. What the reader has chosen
 * for the screen does not reach the paper. On wide screens they are as wide as the margin beside a report's text.
 */
export const readingBarStyle = `
.reading { position: fixed; inset: auto 0 0; z-index: 1; display: flex; flex-direction: column; max-height: 75vh; }
.tool-bar { display: flex; flex: none; gap: .4rem; overflow-x: auto; padding: .4rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); font-size: .875rem; align-items: center; }
.tool-bar button { min-height: 2.2rem; flex: none; }
.tool-bar [aria-expanded="true"], .tool-bar [aria-pressed="true"] { background: var(--mark); font-weight: 700; }
.bar-offers { display: contents; }
.tool-bar a { white-space: nowrap; padding: .3rem .2rem; }
.tool-panel { overflow: auto; padding: .4rem 1.25rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; }
.tool-panel[hidden] { display: none; }
.tool-panel h2 { margin: .4rem 0; font-size: 1.1rem; }
.tool-panel :is(button, input) { min-height: 2.2rem; }
.tool-body { grid-column: 1 / -1; min-width: 0; }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
.keys dd { margin: 0; }
.tool-panel:focus-visible { outline-offset: -3px; }
.elder-bar .tool-bar { display: grid; grid-template-columns: repeat(auto-fit, minmax(4.15em, 1fr)); gap: 6px; font-size: 20px; line-height: 1.3; padding: 6px 8px; }
.elder-bar .tool-bar :is(button, a) { min-height: 56px; padding: 4px; white-space: normal; display: grid; place-items: center; text-align: center; font-weight: 700; }
.elder-bar .tool-bar a { grid-column: 1 / -1; min-height: 48px; }
.elder-bar [aria-disabled="true"] { border-style: dashed; font-weight: 400; }
@media (min-width: 62rem) { .reading { left: auto; width: clamp(17rem, 50vw - 19.5rem, 27rem); border-left: 1px solid var(--line); } .tool-bar { flex-wrap: wrap; } }
@media (max-height: 24rem) { .reading { position: static; max-height: none; margin: 0 -1.25rem; } .tool-bar { flex-wrap: wrap; } }
@media print { .reading { display: none; } html { color-scheme: light !important; font-size: 11pt !important; } }`;
