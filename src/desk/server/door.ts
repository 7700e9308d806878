import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request is let in with. */
export type Entrance = 'in' | 'token' | 'refused';

const isSame = (one: string, other: string): boolean => {
  const [own, others] = [Buffer.from(one), Buffer.from(other)];
  return own.length === others.length && timingSafeEqual(own, others);
};

/**
 * The desk's door: lets in whoever brings the token, once, and from then on the browser that got the cookie for it.
 * Requests by another name of this machine, or from pages of others, are refused whatever they bring.
 */
export class Door {
  /** What stands in the address that is printed; null once it was used. */
  #token: string | null = randomBytes(24).toString('base64url');
  readonly #cookie = randomBytes(24).toString('base64url');
  readonly #name: string;
  readonly #hosts: ReadonlySet<string>;

  constructor(port: number) {
    // Cookies know no ports: another desk on this machine has one of its own.
    this.#name = `desk-${port}`;
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  }

  /** The token while it is good; null once it was used. */
  get token(): string | null {
    return this.#token;
  }

  /** The header that gives a browser the cookie. */
  get cookie(): string {
    return `${this.#name}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }

  #hasCookie(header: string | undefined): boolean {
    return (header ?? '').split(/;\s*/).some((pair) => {
      const at = pair.indexOf('=');
      return pair.slice(0, at) === this.#name && isSame(pair.slice(at + 1), this.#cookie);
    });
  }

  /** Whether a request is let in. `token`: what its address brings; it is used up by a request that is let in by it. */
  entrance(headers: IncomingHttpHeaders, method: string, token: string | null): Entrance {
    const { host = '', origin, cookie } = headers;
    if (!this.#hosts.has(host)) return 'refused';
    if (origin !== undefined && origin !== `http://${host}`) return 'refused';
    // Who changes something says where it comes from: every browser does.
    if (method !== 'GET' && origin === undefined) return 'refused';
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && token === null) return 'refused';
    if (this.#hasCookie(cookie)) return token === null ? 'in' : 'token';
    if (token === null || this.#token === null || method !== 'GET' || !isSame(token, this.#token)) return 'refused';
    this.#token = null;
    return 'token';
  }
}
