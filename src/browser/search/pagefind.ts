/** What the archive uses of Pagefind 1.6 in the browser (its own files carry no types). */
export interface PagefindHit {
  readonly data: () => Promise<{
    readonly url: string;
    readonly excerpt: string;
    readonly meta: Readonly<Record<string, string>>;
    readonly sub_results: readonly { readonly url: string; readonly title: string }[];
  }>;
}

export interface Pagefind {
  readonly options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>;
  readonly search: (
    query: string,
    options: { filters: Record<string, { any: string[] }> },
  ) => Promise<{ readonly results: readonly PagefindHit[] }>;
}

const isPagefind = (module: unknown): module is Pagefind =>
  typeof module === 'object' && module !== null && 'search' in module && 'options' in module;

/** Loads Pagefind from a bundle's address; rejects when the files are missing or are something else. */
export async function loadedPagefind(bundle: string, baseUrl: string): Promise<Pagefind> {
  const module: unknown = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  if (!isPagefind(module)) throw new Error(`no Pagefind at ${bundle}`);
  await module.options({ baseUrl, excerptLength: 40 });
  return module;
}

/** Pagefind's excerpt, which is HTML with `<mark>`, as nodes: text and marks only, whatever else it might hold. */
export function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (!(node instanceof HTMLElement) || node.localName !== 'mark') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
