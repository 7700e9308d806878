/**
 * How the bar and its panel look; a page without them does not carry their style. `--steps` and `--bar` are the heights
 * of what stands at the window's foot (bar-room.ts). Beside a report's text, where there is room, the bar is a rail
 * (bar-rail.ts); on wide pages of other kinds it ends the page, and covers nothing. In windows too low to spare the room (a phone on its side, 400 % zoom) it stands at the page's end
 * instead of over its text. What the reader has chosen for the screen does not reach the paper.
 */
export const readingBarStyle = `
:root[style*="song"] :is(.t, .sample) { font-family: var(--song); }
:root[style*="kai"] :is(.t, .sample) { font-family: KaiTi, STKaiti, "Kaiti SC", "TW-Kai", var(--song); }
.reading { position: fixed; inset: auto 0 var(--steps, 0px); z-index: 1; display: flex; flex-direction: column-reverse; max-height: 75vh; }
.tool-bar { display: flex; flex: none; flex-wrap: wrap; padding: 0 .3rem; background: var(--sheet); border-top: 1px solid var(--line); font-size: .9rem; }
:is(.tool-bar, .tool-group) button { flex: 1 1 auto; min-width: 44px; min-height: 48px; padding: .2rem; border: 0; background: none; line-height: 1.3; white-space: normal; }
:is(.tool-bar, .tool-group) button:hover { text-decoration: underline; text-underline-offset: .3em; }
:is(.tool-bar, .tool-group) [aria-expanded="true"] { box-shadow: inset 0 -2px var(--seal); font-weight: 700; }
.reading:not(.rail) .tool-more:not(:popover-open) { display: none; }
.tool-more:popover-open { inset: auto 0 calc(var(--steps, 0px) + var(--bar, 0px)); padding: 0 .3rem; border-top: 1px solid var(--line); font-size: .9rem; color: var(--ink); }
.tool-group { display: grid; grid-template-columns: repeat(auto-fill, minmax(max(44px, 4.5em), 1fr)); }
.tool-group + .tool-group { border-top: 1px solid var(--line); }
.bar-offers:not(:empty) { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; padding: .3rem .8rem; background: var(--sheet); border-top: 1px solid var(--line); font-size: .9rem; }
.bar-offers a { padding: .3rem 0; }
.tool-panel { overflow: auto; padding: .4rem 1.25rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; }
.tool-panel[hidden] { display: none; }
.tool-panel h2 { margin: .4rem 0; font-size: 1.1rem; }
.tool-panel :is(button, input) { min-height: 2.2rem; }
.tool-body { grid-column: 1 / -1; min-width: 0; }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
.keys dd { margin: 0; }
.tool-panel:focus-visible { outline-offset: -3px; }
.elder-bar .tool-bar { display: grid; grid-template-columns: repeat(auto-fit, minmax(3.2em, 1fr)); gap: 6px; font-size: 20px; padding: 6px 8px; }
.elder-bar .tool-bar button { min-height: 56px; padding: 2px; border: 1px solid var(--soft); background: var(--paper); font-weight: 700; }
.elder-bar .bar-offers { font-size: 20px; font-weight: 700; }
.elder-bar [aria-disabled="true"] { border-style: dashed; font-weight: 400; }
@media (min-width: 62rem) {
body:not(:has(article.t), :has(.elder-bar)) { position: relative; }
body:not(:has(article.t)):has(> .reading:not(.elder-bar)) > footer { padding-bottom: 3.5rem; }
body:not(:has(article.t)) .reading:not(.elder-bar) { position: absolute; inset: auto 1.25rem 0 auto; max-height: none; }
body:not(:has(article.t)) .reading:not(.elder-bar) .tool-bar { background: none; border: 0; }
body:not(:has(article.t)) .reading:not(.elder-bar) .tool-panel { position: fixed; inset: auto 0 0 auto; width: 27rem; max-height: 75vh; border-left: 1px solid var(--line); }
.tool-more:popover-open { left: auto; width: 27rem; } }
.reading.rail { inset: 5rem max(.6rem, 50vw - 44rem) auto auto; width: 3.7rem; max-height: none; display: block; }
.rail :is(.tool-bar, .tool-group) { display: block; padding: .3rem 0; border: 0; background: none; font-size: .85rem; }
:root[data-words] .rail { width: 4.6rem; }
:root[data-words] .rail :is(.tool-bar, .tool-group) button { padding-inline: 0; }
.rail .tool-group { border-top: 1px solid var(--line); }
.rail :is(.tool-bar, .tool-group) button { display: block; width: 100%; min-height: 2rem; padding-inline: 0; }
.rail .tool-bar .narrow { display: none; }
.rail .bar-offers:not(:empty) { position: fixed; inset: auto var(--panel-right) calc(var(--steps, 0px) + 1rem) auto; width: var(--panel-width); border: 1px solid var(--line); }
.rail .tool-panel { position: fixed; inset: 5rem var(--panel-right) auto auto; width: var(--panel-width); max-height: calc(100vh - 6rem - var(--steps, 0px)); border: 1px solid var(--line); }
.rail.foot-panel :is(.tool-panel, .bar-offers:not(:empty)) { inset: auto 0 var(--steps, 0px); width: auto; max-height: 50vh; }
.rail:has(> .tool-panel:not([hidden])) .bar-offers:not(:empty) { display: none; }
@media (max-height: 24rem) { .reading { position: static; max-height: none; margin: 0 -1.25rem; } }
@media print { .reading.reading { display: none; } html { color-scheme: light !important; font-size: 11pt !important; } }`;
