import type { BodyLine } from '../lines/body-line.ts';
import { hasDayLook } from '../lines/calendar-day.ts';
import { paperDay } from '../lines/paper-day.ts';
import { isDeliveryLead } from '../lines/title-line.ts';
import { bodyKind, bodyNames } from './bodies.ts';
import { isCopyLine } from './copy-marks.ts';

/** The lines that sign a text: who, and when; at its end, or directly under the title. */
export interface Signature {
  readonly bodies: readonly { readonly name: string; readonly line: number }[];
  readonly day: { readonly text: string; readonly line: number } | null;
  /** Indexes of the body's lines that belong to it. */
  readonly indexes: readonly number[];
}

const dayAtEnd =
  /[（(]?(?:20\d{2}\s*[年./-]?\s*\d{1,2}\s*[月./-]\s*\d{0,2}\s*日?|[〇○零O一二三四五六七八九]{4}\s*年\s*[一二三四五六七八九十]{1,3}\s*月\s*[一二三四五六七八九十廿]{0,3}\s*日?)[）)]?$/;

/** Cells of a table that signs, at most: two bodies, two seals, two days. */
const mostSigningCells = 6;

interface SigningLine {
  readonly names: readonly string[];
  readonly day: string | null;
}

/** A line without the days at its end: two bodies that sign side by side give the same day twice. */
function withoutDays(text: string): string {
  const day = dayAtEnd.exec(text)?.[0];
  return day === undefined ? text : withoutDays(text.slice(0, -day.length).trimEnd());
}

/** A line that only signs: names of bodies, a day, or both; null for any other line. */
function signingLine(text: string): SigningLine | null {
  if (text.length > 80 || /[。；：，“《]/.test(text) || isDeliveryLead(text)) return null;
  const day = hasDayLook(text) ? (dayAtEnd.exec(text)?.[0] ?? null) : null;
  const who = (day === null ? text : withoutDays(text)).trim();
  if (who === '') return day === null ? null : { names: [], day };
  const names = bodyNames(who);
  const covered = names.join('').length;
  if (names.length === 0 || covered < who.replace(/[\s、()（）]/g, '').length - 4) return null;
  if (names.every((name) => bodyKind(name) === null)) return null;
  return { names, day };
}

/**
 * The signature that stands in a table behind all else: its cells name bodies and days and nothing else, side by side or
 * one below the other. `rows` are its cells, `line` its number. Null for any other table.
 */
export function tableSignature(rows: readonly (readonly string[])[], line: number): Signature | null {
  const cells = rows.flat().filter((cell) => cell.trim() !== '');
  const signing = cells.flatMap((cell) => signingLine(cell) ?? []);
  const days = signing.flatMap(({ day }) => day ?? []);
  const names = signing.flatMap((one) => one.names);
  const [day] = days;
  if (cells.length > mostSigningCells || signing.length < cells.length || names.length === 0 || day === undefined)
    return null;
  return { bodies: names.map((name) => ({ name, line })), day: { text: day, line }, indexes: [] };
}

const annexLabel = /^附(?:件|表|录)?[一二三四五\d]{0,2}[:：]?$/;
/** Lines of an annex, its tables apart, below a signature that is looked for above it. */
const longestAnnex = 40;

/** The index of the signature's day above the text's annex; null where none stands right above one. */
function aboveAnnex(lines: readonly BodyLine[]): number | null {
  const at = lines.findIndex(
    ({ text }, index) =>
      index >= lines.length - longestAnnex &&
      annexLabel.test(text) &&
      signingLine(lines[index - 1]?.text ?? '')?.day != null,
  );
  return at < 0 ? null : at - 1;
}

/** Finds the signature among the last lines of a text, past attachments' names; else under the title. */
export function signature(lines: readonly BodyLine[]): Signature {
  const bodies: { name: string; line: number }[] = [];
  const indexes: number[] = [];
  let day: Signature['day'] = null;
  const take = (index: number): boolean => {
    const line = lines[index];
    const found = line ? signingLine(line.text) : null;
    if (!line || !found) return false;
    bodies.push(...found.names.map((name) => ({ name, line: line.number })));
    if (found.day !== null && day === null) day = { text: found.day, line: line.number };
    indexes.push(index);
    return true;
  };
  let end = lines.length - 1;
  const isTrailer = (index: number): boolean =>
    lines[index]?.isNote === true ||
    paperDay(lines[index]?.text ?? '') !== null ||
    isCopyLine(lines[index]?.text ?? '') ||
    /^(?:附件|附[:：]|附[表录图]|附$|（?联系人|（?此件|抄送|抄报|主送)|^\d[.．、].{2,50}$/.test(
      lines[index]?.text ?? '',
    );
  while (end >= 0 && isTrailer(end)) end--;
  end = aboveAnnex(lines) ?? end;
  let at = end;
  while (at > 0 && end - at < 6 && take(at)) at--;
  if (indexes.length > 0) {
    // Read upwards; the signature's order is that of the page.
    const ordered = [...new Set(indexes)].sort((a, b) => a - b);
    const names = ordered.flatMap((index) => bodies.filter(({ line }) => line === lines[index]?.number));
    return { bodies: names, day, indexes: ordered };
  }
  for (let index = 0; index < 3 && take(index); index++);
  return { bodies, day, indexes };
}
