/** Where a host finds the site. */
export interface SitePlace {
  /** The folder of the machine that the host serves; the built files lie in it, below `base`. */
  readonly root: string;
  /** Path that the site stands under, with a slash at both ends: `/`, `/archive/`. */
  readonly base: string;
  /** What the host answers to: a name as `archive.example.org`, with a port where it is not the usual one. */
  readonly address: string;
}

/** A place as the guide to hosting shows it, under a base path. */
export const examplePlace = (base: string): SitePlace => ({ root: '/srv/www', base, address: 'archive.example.org' });

/** The folder of the machine that the built files lie in. */
export const builtFolder = ({ root, base }: SitePlace): string => `${root}${base}`;
