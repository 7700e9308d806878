/** Resolves once the page's elements stand; scripts in its head begin before. */
export async function pageReady(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
