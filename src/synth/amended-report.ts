const added = '增补的一段，足以改变全文。';

/**
 * An invented report's file with one paragraph more, which its front matter owns to: what tests and measurements take
 * for a correction. Throws where the file has no front matter to say so in.
 */
export function amendedReport(file: string): string {
  const amended = file.replace(
    /^redactions:/m,
    `departures:\n  - capture: ""\n    text: ${added}\n    reason: 虚构的增补。\nredactions:`,
  );
  if (amended === file) throw new Error('The file has no front matter with redactions.');
  return `${amended}\n${added}\n`;
}
