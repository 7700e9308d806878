/** The key that was pressed alone and outside of fields; null where it means something else. */
export function plainKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return null;
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  return isTyping ? null : event.key;
}
