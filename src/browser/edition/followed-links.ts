import { editionAddress, folder, shownPath } from './edition-place.ts';

/** Attributes that hold addresses, by which pages and what scripts put on them lead on. */
const addressed = ['href', 'src', 'action'] as const;

/** Has all that stands below a node of another page, which leads through the site, lead through the edition. */
export function leadThroughEdition(top: ParentNode): void {
  for (const name of addressed)
    for (const element of top.querySelectorAll(`[${name}]`)) {
      const written = element.getAttribute(name) ?? '';
      if (/^(?:[a-z]+:|[#?]|$)/.test(written)) continue;
      const address = written.startsWith('/') ? written : new URL(written, folder + shownPath()).href;
      // Beside reports stand files that an edition of packs does not hold.
      if (/\/(?:reports|sources|feeds)\/.*\.\w+$/.test(address)) element.removeAttribute(name);
      else element.setAttribute(name, editionAddress(address));
    }
}

/**
 * Has links that scripts made lead to pages of the edition, before they are followed in whatever way: folders have no
 * page of their own accord.
 */
export function followEditionLinks(): void {
  const lead = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.protocol !== 'file:') return;
    const address = editionAddress(link.href);
    if (address !== link.href) link.href = address;
  };
  for (const type of ['pointerdown', 'focusin', 'click'] as const) document.addEventListener(type, lead, true);
}
