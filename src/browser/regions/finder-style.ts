/** The finder's looks, in the site's tokens; they come with its script. */
export const regionFinderStyle = `
region-finder { display: block; position: relative; max-width: 34rem; margin: 1rem 0; }
region-finder label { display: block; font-size: .9rem; color: var(--soft); }
region-finder input { width: 100%; padding: .5rem .8rem; }
region-finder [role=status] { margin: .2rem 0 0; min-height: 1.75em; font-size: .875rem; color: var(--soft); }
region-finder ul { position: absolute; z-index: 2; inset: 100% 0 auto; margin: 0; padding: 0; max-height: 60vh; overflow: auto; list-style: none; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
region-finder ul[hidden] { display: none; }
region-finder [role=option] { padding: .4rem .8rem; cursor: pointer; border-bottom: 1px solid var(--line); }
region-finder [role=option] span { margin-left: .6em; font-size: .875rem; color: var(--soft); }
region-finder [role=option]:hover { background: var(--sheet); }
region-finder [aria-selected=true] { background: var(--sheet); outline: 2px solid var(--seal); outline-offset: -2px; }
`;
