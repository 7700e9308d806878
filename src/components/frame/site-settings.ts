import { settings } from '../../host/settings.ts';

const { contact, footer, isInvented } = settings();

/** Where readers report errors or ask for a removal, and the address that a link to it needs; null where none is set. */
export const contactLink: { readonly text: string; readonly href: string } | null =
  contact === null
    ? null
    : { text: contact, href: /^[^@\s/]+@[^@\s/]+$/.test(contact) ? `mailto:${contact}` : contact };

/** A line for the footer that the place of hosting requires, such as an ICP number; null where none is set. */
export const footerLine: string | null = footer;

/** Whether the content folder is marked as invented (`npm run synth`): then every page says so. */
export { isInvented };
