/** A pack that is kept on a device. */
export interface HeldPack {
  /** The province's first two digits and the year: `14/2024`. */
  readonly name: string;
  readonly reports: number;
  /** Bytes of its own files; what it shares with others is not counted. */
  readonly bytes: number;
  /** Digest of its list when it was kept: another one means that the site has something newer. */
  readonly sha256: string;
  /** Names of the caches that hold its own files, those of its province, and those that all share. */
  readonly caches: readonly [own: string, province: string, shared: string];
}

/** What a device keeps: packs that are whole, and the cache of the index over all their reports. */
export interface HeldPacks {
  readonly format: 1;
  readonly index: string;
  readonly packs: readonly HeldPack[];
}

/** Name of the cache that says what is kept. */
export const recordCache = 'archive-offline';

/** Where what is kept is written down, below the site's base. */
export const recordPath = 'offline/held.json';

/** Folder of the index over what is kept, below the site's base. */
export const heldIndexPath = 'offline/index/';

/** Whether a value is a record of what a device keeps. */
export const isHeldPacks = (value: unknown): value is HeldPacks =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'index' in value &&
  typeof value.index === 'string' &&
  'packs' in value &&
  Array.isArray(value.packs);

/** How many reports are kept. */
export const heldReports = ({ packs }: HeldPacks): number => packs.reduce((sum, { reports }) => sum + reports, 0);

/** Every cache that what is kept lies in. */
export const heldCaches = ({ index, packs }: HeldPacks): ReadonlySet<string> =>
  new Set([index, recordCache, ...packs.flatMap(({ caches }) => caches)]);
