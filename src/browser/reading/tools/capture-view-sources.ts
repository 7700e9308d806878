/** A capture that the record page names, with the lines of it that are not in the text. */
export interface CaptureSource {
  readonly href: string;
  readonly format: string;
  readonly excluded: readonly { readonly from: number; readonly to: number; readonly rule: string }[];
}

function excludedLines(section: Element): CaptureSource['excluded'] {
  return [...section.querySelectorAll<HTMLElement>('li[data-rule]')].map(({ dataset: { rule = '', from, to } }) => ({
    rule,
    from: Number(from),
    to: Number(to),
  }));
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
