/** Copies by selecting, for hosts without TLS and engines without the clipboard interface (WeChat). */
function copiedBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  // Out of sight and outside the flow on every page, so that selecting it scrolls nothing.
  Object.assign(box.style, { position: 'fixed', top: '0', left: '-99rem' });
  const focused = document.activeElement;
  document.body.append(box);
  try {
    box.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Puts a text on the clipboard; false where the browser refuses every way. Never rejects. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}
