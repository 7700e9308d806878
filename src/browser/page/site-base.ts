/** The site's base path on this page, `/` or `/archive/`: where the script of every page lies. */
export function siteBase(): string {
  const script = document.querySelector<HTMLScriptElement>('script[src$="page.js"]');
  return script ? new URL('.', script.src).pathname : '/';
}
