import { adoptStyle } from '../../page/adopted-style.ts';

const style = `
.tool-row { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; margin: .5rem 0; }
.tool-list { list-style: none; margin: 0; padding: 0; }
.quoted { margin: .5rem 0; padding: 0 0 0 .8rem; border-left: 3px solid var(--line); max-height: 30vh; overflow: auto;
  white-space: pre-line; overflow-wrap: anywhere; }`;

/** Adds the style of rows, lists and quoted text in a tool's panel. */
export function styleToolRows(): void {
  adoptStyle(style);
}
