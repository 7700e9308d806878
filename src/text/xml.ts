const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as the content of an element or of an attribute in double quotes, in XML and HTML: it can never become markup. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
