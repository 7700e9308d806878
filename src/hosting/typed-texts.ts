/** Types of the site's files that get smaller by compression; what has none of them is compressed already. */
export const typedTexts = [
  'text/css',
  'text/plain',
  'text/javascript',
  'application/javascript',
  'application/json',
  'text/xml',
  'application/xml',
  'image/svg+xml',
] as const;
