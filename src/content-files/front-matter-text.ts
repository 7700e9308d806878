import { stringify } from 'yaml';

const options = { version: '1.1', lineWidth: 0, indentSeq: true } as const;

/** Words that no YAML reader takes for anything but themselves. */
const plainWords = /^[\p{Script=Han}（《“][\p{Script=Han}（）《》“”、，。；：！？·A-Za-z0-9]*$/u;
const plainNames = /^[a-z]+[/-][a-z]+(?:-[a-z]+)*$/;
const days = /^\d{4}-\d{2}-\d{2}$/;
const regionCodes = /^\d{6}$/;
/** A letter beyond `e` keeps a digest from being a number, and it is too long to be a binary one. */
const digests = /^(?=.*[acdf])[0-9a-f]{64}$/;
const addresses = /^https?:\/\/[A-Za-z0-9/._?=&%-]+$/;
const formats = /^(?!null$|true$|false$|yes$|on$|no$|off$)[a-z]{2,16}$/;

/** Keys that some YAML reader takes for something else than a string: `e0` is a number in YAML 1.1. */
const typedKeys = /^(?:null|true|false|yes|no|on|off|e\d+)$/i;

/** A string as the YAML library writes it; null where it takes more than a line. */
function stringText(value: string): string | null {
  if ([plainWords, plainNames, formats, digests, addresses].some((form) => form.test(value))) return value;
  if (days.test(value) || regionCodes.test(value)) return `"${value}"`;
  const text = stringify(value, options).slice(0, -1);
  return text.includes('\n') ? null : text;
}

/** Thrown where the short way ends. */
class NeedsLibrary extends Error {}

function scalarText(value: unknown): string | null {
  if (value === null || typeof value === 'boolean' || Number.isInteger(value)) return String(value);
  if (Array.isArray(value) && value.length === 0) return '[]';
  if (typeof value === 'object') return null;
  const text = typeof value === 'string' ? stringText(value) : null;
  if (text === null) throw new NeedsLibrary();
  return text;
}

function mapLines(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (!/^[a-z][A-Za-z0-9]+$/.test(key) || typedKeys.test(key)) throw new NeedsLibrary();
    const scalar = scalarText(inner);
    return scalar === null ? [`${indent}${key}:`, ...blockLines(inner, `${indent}  `)] : [`${indent}${key}: ${scalar}`];
  });
}

function blockLines(value: unknown, indent: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      const scalar = scalarText(item);
      if (scalar !== null) return [`${indent}- ${scalar}`];
      const [first = '', ...others] = blockLines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });
  if (typeof value !== 'object' || value === null) throw new NeedsLibrary();
  const lines = mapLines(value, indent);
  if (lines.length === 0) throw new NeedsLibrary();
  return lines;
}

/**
 * Plain data as front matter in its normal form: long text on one line, every string that some YAML reader could
 * take for a number, a date or a truth value in quotes. Byte for byte what the YAML library writes, some times faster.
 */
export function frontMatterText(data: object): string {
  try {
    return `${mapLines(data, '').join('\n')}\n`;
  } catch (error) {
    if (error instanceof NeedsLibrary) return stringify(data, options);
    throw error;
  }
}
