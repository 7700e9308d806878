import { type HeaderRule, type Headers, headerRules, headersOf } from '../host/site-headers.ts';
import { builtFolder, type SitePlace } from './site-place.ts';
import { typedTexts } from './typed-texts.ts';

/** nginx makes the type of the file's name and of `charset`, and would send another beside it. */
const headerLines = (headers: Headers, indent: string): string =>
  Object.entries(headers)
    .filter(([name]) => name !== 'Content-Type')
    .map(([name, value]) => `${indent}add_header ${name} "${value}" always;\n`)
    .join('');

const escaped = (text: string): string => text.replaceAll('.', '\\.');

/** A place of nginx with headers inside forgets those outside: each has all. */
function location({ purpose, folder, ending, headers }: HeaderRule, base: string): string {
  if (folder === '/' || Object.keys(headers).every((name) => name === 'Content-Type')) return '';
  const path = base.slice(0, -1) + folder;
  const pattern = ending === null ? path : `~ ^${escaped(path)}.*${escaped(ending)}$`;
  return `\n  # ${purpose}\n  location ${pattern} {\n${headerLines(headersOf(`${folder}x${ending ?? ''}`), '    ')}  }\n`;
}

/** A `server` of nginx for the site: for `conf.d` or `sites-enabled`, within `http`. */
export function nginxSettings(place: SitePlace): string {
  const { root, base, address } = place;
  const [name = '', port = '80'] = address.split(':');
  return `server {
  listen ${port};
  server_name ${name};
  root ${root};  # dist/ 的内容在 ${builtFolder(place)}
  charset utf-8;
  charset_types ${['text/plain', ...typedTexts.filter((type) => type !== 'text/plain')].join(' ')};
  error_page 404 ${base}404.html;

  # 先找 npm run compress 写下的 .gz，没有的现压；装有 Brotli 模块的，再加一行 brotli_static on;
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_types ${typedTexts.join(' ')};

  # ${headerRules[0]?.purpose ?? ''}
${headerLines(headersOf('/'), '  ')}${headerRules.map((rule) => location(rule, base)).join('')}}
`;
}
