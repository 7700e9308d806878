/** The looks of the answers below the box, in the site's tokens; they come with its script. */
export const boxStyle = `
form:has(> .answers) { position: relative; }
.answers { position: absolute; z-index: 3; inset: calc(100% + 2px) 0 auto; margin: 0; padding: 0; max-height: 70vh; overflow: auto;
  list-style: none; background: var(--paper); border: 1px solid var(--soft); line-height: 1.5; }
.answers[hidden] { display: none; }
.answers li { padding: .5rem .8rem; cursor: pointer; border-bottom: 1px solid var(--line); }
.answers span { margin-left: .6em; font-size: .875rem; color: var(--soft); }
.answers li:hover, .answers [aria-selected=true] { background: var(--sheet); }
.answers [aria-selected=true] { box-shadow: inset 3px 0 var(--seal); }
@media (min-width: 62rem) { header .answers { inset: calc(100% + 2px) 0 auto auto; min-width: 24rem; } }
@media print { .answers { display: none; } }
`;
