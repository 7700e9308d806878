import { caddySettings } from './caddy.ts';
import { headersFile } from './headers-file.ts';
import { nginxSettings } from './nginx.ts';
import { cosSettings, ossSettings } from './object-storage.ts';
import { examplePlace } from './site-place.ts';

/** The settings of each kind of host, by its name on the command line, for a site under a base path. */
export const hostSettings = {
  nginx: (base: string): string => nginxSettings(examplePlace(base)),
  caddy: (base: string): string => caddySettings(examplePlace(base)),
  headers: headersFile,
  oss: ossSettings,
  cos: cosSettings,
} as const;

/** A kind of host that there are settings for. */
export type HostKind = keyof typeof hostSettings;

/** Whether there are settings for a kind of host. */
export const isHostKind = (kind: string): kind is HostKind => Object.hasOwn(hostSettings, kind);
