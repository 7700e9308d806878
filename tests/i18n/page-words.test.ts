import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';

/** What pages say to search engines only. */
const description = /description=(?:"[^"]*"|\{`(?:[^`$]|\$\{[^}]*\})*`\})/g;
const chineseRun =
  /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”…—]*\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”…—]*/gu;

/** Words of templates that no message says, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  应诉: 'an example of a query',
  诉讼: 'an example of a query',
  信访: 'an example of a query',
  调解: 'an example of a query',
  '“线上': 'an example of a query',
  '线下”': 'an example of a query',
  报告网址: 'stands in a citation, which stays Chinese',
  '疑当作“': 'stands in an editor’s note, which stays Chinese',
};

const said = Object.values(zhHans);

/** All runs of Chinese in a file's markup and code, as figures, names and tags part them; sentences apart. */
const runs = (file: string): string[] =>
  (readFileSync(file, 'utf8').replace(description, '').match(chineseRun) ?? []).flatMap((run) =>
    said.some((message) => message.includes(run)) ? [run] : run.split(/(?<=。)/),
  );

/**
 * What the built pages of the sample show is held to the letter by `tests/site/english.test.ts`. Here all is looked
 * at that pages may say, whether or not the sample makes them: each run of words must stand in some message.
 */
test('every Chinese word of the templates stands in a message', () => {
  const unsaid = globSync('src/{components,layouts,pages}/**/*.astro')
    .filter((file) => !file.startsWith('src/pages/en/'))
    .flatMap((file) => runs(file).map((run) => ({ file, run })))
    .filter(({ run }) => !(run in exceptions) && !said.some((message) => message.includes(run)))
    .map(({ file, run }) => `${file}: ${run}`);
  expect(unsaid).toEqual([]);
});

test('no exception is left over', () => {
  const all = new Set(globSync('src/{components,layouts,pages}/**/*.astro').flatMap(runs));
  expect(Object.keys(exceptions).filter((run) => !all.has(run))).toEqual([]);
});

test('the search for runs finds them', () => {
  expect(runs('src/pages/404.astro')).toContain('没有这个页面');
});
