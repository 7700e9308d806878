/** A capture that the record page names, with the lines of it that are not in the text. */
export interface CaptureSource {
  readonly href: string;
  readonly format: string;
  readonly excluded: readonly { readonly from: number; readonly to: number; readonly reason: string }[];
}

function excludedLines(section: Element): CaptureSource['excluded'] {
  return [...section.querySelectorAll('li')].flatMap((item) => {
    const found = /^第 (\d+)(?:–(\d+))? 行：(.*)$/.exec(item.textContent?.trim() ?? '');
    if (!found) return [];
    const [, from = '', to = from, reason = ''] = found;
    return [{ from: Number(from), to: Number(to), reason }];
  });
}

/** The captures of a report, as its record page lists them. */
export function captureSources(record: Document): CaptureSource[] {
  return [...record.querySelectorAll('a[href*="/sources/"]')].map((link) => {
    const href = link.getAttribute('href') ?? '';
    const section = link.closest('section');
    const format = /\/[0-9a-f]{64}\.([a-z]+)(?:\.txt)?$/.exec(href)?.[1] ?? '';
    return { href, format, excluded: section ? excludedLines(section) : [] };
  });
}
