import { type HeaderRule, headerRules } from '../host/site-headers.ts';
import { builtFolder, type SitePlace } from './site-place.ts';

/** Headers for the paths of a rule, after the more general ones: each sets its own anew. */
function headerLines({ purpose, folder, ending, headers }: HeaderRule, at: number, base: string): string {
  const set = Object.entries(headers).map(([name, value]) => `\t\t\t${name} "${value}"\n`);
  if (folder === '/') return `\t\t# ${purpose}\n\t\theader {\n${set.join('')}\t\t}\n`;
  const path = `${base.slice(0, -1)}${folder}*${ending ?? ''}`;
  return `\t\t# ${purpose}\n\t\t@rule${at} path ${path}\n\t\theader @rule${at} {\n${set.join('')}\t\t}\n`;
}

/** A site of a Caddyfile. */
export function caddySettings(place: SitePlace): string {
  const { root, base, address } = place;
  return `${address} {
	# dist/ 的内容在 ${builtFolder(place)}
	root * ${root}
	route {
${headerRules.map((rule, at) => headerLines(rule, at, base)).join('')}		encode gzip
		# 先找 npm run compress 写下的 .br、.gz
		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		rewrite * ${base}404.html
		file_server
	}
}
`;
}
