/** Builds a Pagefind index of a bench corpus, in a process of its own: `search-pagefind.ts CORPUS OUT`. */
import { readFileSync } from 'node:fs';
import * as pagefind from 'pagefind';
import type { SearchDocument } from '../../src/search/document.ts';
import { folded } from '../../src/text/fold.ts';
import { escapedXml } from '../../src/text/xml.ts';

const [corpus = '', out = ''] = process.argv.slice(2);
const { index } = await pagefind.createIndex({ forceLanguage: 'zh' });
if (!index) throw new Error('Pagefind gave no index');
for (const [number, line] of readFileSync(corpus, 'utf8').trimEnd().split('\n').entries()) {
  const { title, paragraphs }: SearchDocument = JSON.parse(line);
  const body = paragraphs.map(({ text }) => `<p>${escapedXml(folded(text))}</p>`).join('');
  const head = escapedXml(folded(title ?? ''));
  const content = `<!doctype html><html lang="zh"><head><title>${head}</title></head><body><main data-pagefind-body><h1>${head}</h1>${body}</main></body></html>`;
  const { errors } = await index.addHTMLFile({ url: `/${number}/`, content });
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
const { errors } = await index.writeFiles({ outputPath: out });
if (errors.length > 0) throw new Error(errors.join('\n'));
await pagefind.close();
