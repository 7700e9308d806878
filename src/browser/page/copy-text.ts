/** Copies by selecting, for hosts without TLS and engines without the clipboard interface (WeChat). */
function copiedBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'off';
  const focused = document.activeElement;
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** Puts a text on the clipboard; false where the browser refuses every way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}
