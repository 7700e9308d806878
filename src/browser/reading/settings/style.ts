/** How the settings look, in the panel and on their page. What is chosen is told by a frame and weight, not by colour alone. */
export const readingSettingsStyle = `
.settings { display: grid; gap: .9rem; }
.settings fieldset { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0; padding: 0; border: 0; min-width: 0; }
.settings legend { padding: 0; margin-bottom: .3rem; font-weight: 700; }
.settings label { display: inline-flex; gap: .5rem; align-items: center; min-height: 2.4rem; }
.settings fieldset label { padding: 0 .8rem; border: 1px solid var(--soft); background: var(--paper); }
.settings fieldset label:has(:checked) { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); font-weight: 700; }
.settings label:has(:focus-visible) { outline: 3px solid var(--seal); outline-offset: 2px; }
.settings input { accent-color: var(--ink); width: 1.1em; height: 1.1em; flex: none; margin: 0; }
.settings p { margin: 0; }
.settings p:empty { display: none; }
.settings button { min-height: 2.4rem; white-space: normal; }
.settings .elder { font-weight: 700; }`;
