/** Quotation marks as traditional texts have them. */
const corners: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

/** A Chinese text with corner brackets for its quotation marks, one for one. */
export function withCornerMarks(text: string): string {
  return text.replace(/[“”‘’]/g, (mark) => corners[mark] ?? mark);
}
