/** Kinds of bodies that are kept, each as the ending of its file. */
export type BodyKind = 'html' | 'pdf' | 'docx' | 'doc' | 'json' | 'txt';

const saidKinds: readonly (readonly [type: RegExp, kind: BodyKind])[] = [
  [/json/i, 'json'],
  [/html|xml/i, 'html'],
  [/^text\/plain/i, 'txt'],
];

/**
 * The kind of a body by its first bytes, else by what the site says of it; null for what is not kept. A site's word
 * does not make a file of a program: what is no PDF or Word file by its bytes is none.
 */
export function bodyKind(body: Uint8Array, type: string | null): BodyKind | null {
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return Buffer.from(body).includes('word/document.xml') ? 'docx' : null;
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'doc';
  if (/^\s*(?:<!doctype|<html|<head|<\?xml|<datastore|<meta|<div|<script|<body)/i.test(head)) return 'html';
  if (/^\s*[[{]/.test(head) || /^\s*[\w.$]+\(\s*[[{]/.test(head)) return 'json';
  if (/wordprocessingml/i.test(type ?? '')) return null;
  return saidKinds.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? null;
}
