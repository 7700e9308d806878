import { headerRules } from '../host/site-headers.ts';

/**
 * The file `_headers` of Cloudflare Pages and Netlify, for the root of what is deployed. Where several rules fit, these
 * hosts send one policy after the other, and a browser keeps to both; so the site's own rule does not say how long a
 * file lasts, which by themselves they ask anew each time, and types are those that they know by the names' endings.
 */
export function headersFile(base: string): string {
  return headerRules
    .flatMap(({ purpose, folder, ending, headers }) => {
      const lines = Object.entries(headers)
        .filter(([name]) => name !== 'Content-Type' && !(folder === '/' && name === 'Cache-Control'))
        .map(([name, value]) => `  ${name}: ${value}\n`);
      return lines.length === 0 ? [] : `# ${purpose}\n${base.slice(0, -1)}${folder}*${ending ?? ''}\n${lines.join('')}`;
    })
    .join('\n');
}
