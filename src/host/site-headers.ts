/**
 * Headers that every file of the site may be sent with, on any host: nothing runs but the site's own scripts and the
 * WebAssembly of ranked search, no form leads elsewhere, no other site frames a page, no type is guessed.
 */
export const siteHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Headers of captures: other people's files, which run nothing and are shown in a room of their own. */
export const captureHeaders: Readonly<Record<string, string>> = {
  ...siteHeaders,
  'Content-Security-Policy': "sandbox; default-src 'none'",
};
