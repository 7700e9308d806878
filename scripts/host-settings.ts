import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { hostSettings, isHostKind } from '../src/hosting/host-settings.ts';

/** `npm run host-settings`, see `usage`: prints the settings of a host. */
const kinds = Object.keys(hostSettings).join('、');
const usage = `npm run -s host-settings -- 主机 [--base /archive/]    打印主机的设置：标头、缓存、找不到时的页面
  主机：nginx、caddy、headers（Cloudflare Pages 和 Netlify 的 _headers 文件）、oss（阿里云）、cos（腾讯云）
  --base    网站所在的路径，首尾都有 /；未给时为环境变量 ARCHIVE_BASE，再无则为 /
  怎样使用见 docs/hosting.md`;

const {
  values: { base },
  positionals: [kind = ''],
} = commandLine({
  usage,
  options: { base: { type: 'string' } },
  positionals: { wanted: `一个主机（${kinds}）`, least: 1, most: 1 },
  faults: ({ values, positionals }) => [
    ...positionals.filter((kind) => !isHostKind(kind)).map((kind) => `没有“${kind}”的设置，可用的是 ${kinds}`),
    ...(values.base !== undefined && !/^\/(?:[\w.~-]+\/)*$/.test(values.base)
      ? [`--base 须为首尾都有 / 的路径，如 /archive/，现为“${values.base}”`]
      : []),
  ],
});
if (isHostKind(kind)) process.stdout.write(hostSettings[kind](base ?? settings().base));
