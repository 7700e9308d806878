import { escapedXml } from '../text/xml.ts';

/** Text as the content of an XML element or attribute; characters that XML 1.0 cannot hold go. */
export function xmlText(text: string): string {
  return escapedXml(text.toWellFormed().replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}

/** An XML file: its declaration and one root element. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The namespaces of a WordprocessingML part. */
export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
