/** `npm run import -- INPUT…`: see `usage`. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueText } from '../src/archive/issue.ts';
import { regionTree } from '../src/archive/region-tree.ts';
import { readIssuerRegister } from '../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { contentFolder } from '../src/content-files/report-store.ts';
import { importInput } from '../src/import/import-input.ts';
import { RegionNames } from '../src/import/region-names.ts';

const usage = `npm run import -- INPUT…    文本、HTML、docx、PDF（文件或文件夹）→ content/ 中的 Markdown
  --dry-run                 什么也不写，只显示会写什么
  --json                    每份输入打印一行 JSON 记录（用 npm run -s import -- --json …）
  --region CODE --year YEAR --issuer NAME --source-url URL    以此为准，胜过识别
  --replace | --as-version | --as-source    库中已有时：覆盖、作为新版本、作为另一来源`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    ...{
      region: { type: 'string' },
      year: { type: 'string' },
      issuer: { type: 'string' },
      'source-url': { type: 'string' },
    },
    ...{ replace: { type: 'boolean' }, 'as-version': { type: 'boolean' }, 'as-source': { type: 'boolean' } },
  },
});
if (positionals.length === 0 || values.help) {
  console.error(usage);
  process.exit(positionals.length === 0 && !values.help ? 2 : 0);
}
const files = positionals
  .flatMap((input) =>
    statSync(input).isDirectory()
      ? globSync('**/*.*', { cwd: input })
          .sort()
          .map((name) => join(input, name))
      : [input],
  )
  .filter((file) => statSync(file).isFile());

const content = contentFolder();
const setting = {
  content,
  names: new RegionNames(regionTree(readRegionRegister(content).regions)),
  issuers: readIssuerRegister(content),
  today: new Date().toISOString().slice(0, 10),
  isDry: values['dry-run'] ?? false,
  overrules: {
    ...(values.region === undefined ? {} : { region: values.region }),
    ...(values.year === undefined ? {} : { year: Number(values.year) }),
    ...(values.issuer === undefined ? {} : { issuer: values.issuer }),
    ...(values['source-url'] === undefined ? {} : { sourceUrl: values['source-url'] }),
  },
  mode: values.replace ? 'replace' : values['as-version'] ? 'version' : values['as-source'] ? 'source' : 'new',
} as const;

let refused = 0;
for (const file of files) {
  const { record, state, diff } = await importInput(file, setting);
  if (state === 'refused') refused++;
  if (values.json) console.log(JSON.stringify(record));
  else {
    console.log(
      `${{ written: setting.isDry ? '会写入' : '已写入', unchanged: '无变化', refused: '未写入' }[state]} ${file}${record.path === null ? '' : ` → ${record.path}`}`,
    );
    for (const issue of record.issues) console.log(issueText(issue));
    if (setting.isDry) console.log(diff);
  }
}
process.exitCode = refused > 0 ? 1 : 0;
